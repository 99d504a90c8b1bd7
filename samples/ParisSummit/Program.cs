using System.Text;
using ParisSummit;
using Spectre.Console;

// The bars and names need more than some consoles' own encoding.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return ParisSummitApp.Run(args, Console.Out, Console.Error, Console.IsOutputRedirected ? null : AnsiConsole.Console);
