# crash
crash-copied = Report copied
crash-copy = Copy report
crash-last-time = Klantreis stopped unexpectedly last time. Every saved step is in your file. A report was kept on this computer; it holds nothing of your maps.
