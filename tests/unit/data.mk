# Tests of this ring are added here.
