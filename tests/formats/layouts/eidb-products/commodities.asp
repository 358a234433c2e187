

<script type="text/javascript">
    function ChNull(val) { if (val.length == 0) { alert("<table><tr><td>Please"); } }
</script>
<html>
<head><title>Export Import Data Bank</title></head>
<body>
<form method="post" name="form1"><select><option>2000-2001<option>2001-2002</select></form>
<p ALIGN="center"><font size="5"><strong>
Department of Commerce<BR> </font></STRONG>
<font size="4"><strong><U>Export Import Data Bank<BR></U>
 Export :: Commodity-wise</font></STRONG></p>
<p align=right>Dated:
1/7/2021<BR>Values in US $ Million<br>
 Sorted on HSCode
 </p>
<font color=red size=1>* a code was dropped</font>
<table border="1">
  <tr>
    <th><font size="2">S.No.</font> </th>
	<th><font size="2">HSCode</font> </th>
	<th><font size="2">Commodity</font> </th>
    <th><font size="2">2018-2019</font> </th>
    <th><font size="2">%Share</font> </th>
	<th><font size="2">
	2019-2020
	</font> </th>
	<th><font size="2">%Share</font> </th>
    <th><font size="2">%Growth</font> </th>
  	<th><font size="1">HS Code digit level option</th>
  </tr>
  <tr>
  <td><font size="2">
            1.
</font>
</td>
<td><font size="2">
            01
</font></td>
<td><font size="2">
           LIVE ANIMALS.
     &nbsp;
</font></td>
<td align=right><font size="2">
    1.50</td></font>
<td align=right><font size="2">0.12</font></td>
<td align=right><font size="2">
    2.00</td></font>
<td align=right><font size="2">0.20</font></td>
<td align=right><font size="2">33.33</font></td>
<td><font size="1"><a href="ecom4.asp?hs=01">4</a> <a href="ecom6.asp?hs=01">6</a></font></td>
  </tr>
  <tr>
  <td>2.</td><td>27</td><td>MINERAL FUELS &amp; OILS&#x3b; WAXES</td><td>1,250.25</td><td>99.88</td>
  <td>&nbsp;</td><td>&nbsp;</td><td>-100.00</td><td>4 6</td>
  </tr>
   <tr><td>&nbsp;</td><td>&nbsp;</td><td><strong>India's Total Export</strong></td>
<td>1,251.75</td><td>&nbsp;</td><td>2.00</td><td>&nbsp;</td><td>-99.8</td><td>&nbsp;</td></tr>
</table>
<P align=right><STRONG>DOC-NIC</STRONG></P>
</body>
</html>
