
<html><head><title>Export Import Data Bank</title></head>
<body>
<p><font size="5">Department of Commerce<BR></font>
<u>Export Import Data Bank<BR></u> Import :: Country-wise all commodities</p>
<p align=right>Dated:
1/7/2021<BR>Values in US$ Million<br>
 Sorted on HSCode
 </p>
<table border="1">
  <tr>
    <th>S.No.</th><th>HSCode</th><th>Commodity</th><th>2018-2019</th><th>2019-2020</th><th>%Growth</th>
  </tr>
<br><font size="2">Country: &nbsp;RUSSIA</font>
 <br><font color=red>* a code was dropped</font>
  <tr><td>1.</td><td>27</td><td>MINERAL FUELS.</td><td>3,000.25</td><td>4,000.50</td><td>33.34</td></tr>
  <tr><td>2.</td><td>31</td><td>FERTILISERS.</td><td>-</td><td>0.75</td><td></td></tr>
  <tr><td></td><td></td><td>Total</td><td>3,000.25</td><td>4,001.25</td><td>33.36</td></tr>
  <tr><td>India's Total</td><td></td><td></td><td>514,078.42</td><td>474,709.28</td><td>-7.66</td></tr>
  <tr><td>%Share</td><td></td><td></td><td>0.5836</td><td>0.8429</td><td></td></tr>
</table>
</body></html>
