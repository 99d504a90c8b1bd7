// The entry point.
return 0;
