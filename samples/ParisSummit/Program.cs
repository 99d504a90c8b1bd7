using System.CommandLine;
using Spectre.Console;

var command = new RootCommand("The Paris summit, told by the library.");
command.SetAction(_ => AnsiConsole.WriteLine("Nothing to tell yet."));
return command.Parse(args).Invoke();
