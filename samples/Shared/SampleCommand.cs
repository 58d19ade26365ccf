using System.CommandLine;
using System.CommandLine.Parsing;

namespace Samples;

/// <summary>The command line as the samples have it: a mistake is one line, and Ctrl+C is answered.</summary>
internal static class SampleCommand
{
    /// <summary>What a shell expects of a program that was told to stop.</summary>
    public const int Interrupted = 130;

    /// <summary>An option that takes a whole number.</summary>
    public static Option<int> Number(string name, int least, int usually, string description)
    {
        const int Most = 1_000_000;
        Option<int> option = new(name) { HelpName = "n", Description = description, DefaultValueFactory = _ => usually };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [Token token] && !(int.TryParse(token.Value, out int value) && value >= least && value <= Most))
            {
                result.AddError($"{name} is '{token.Value}'; it must be a whole number from {least} to {Most}.");
            }
        });
        return option;
    }

    /// <summary>Runs what the arguments ask for; the exit code.</summary>
    /// <param name="command">The options.</param>
    /// <param name="args">The arguments.</param>
    /// <param name="run">The work; the token is cancelled by Ctrl+C.</param>
    public static async Task<int> RunAsync(
        RootCommand command, string[] args, Func<ParseResult, CancellationToken, int> run)
    {
        // On another thread, so that Ctrl+C finds this one waiting.
        command.SetAction((arguments, cancellation) => Task.Run(() => run(arguments, cancellation), CancellationToken.None));

        ParseResult parsed = command.Parse(args);
        if (parsed.Errors is [ParseError error, ..])
        {
            Console.Error.WriteLine($"{error.Message} See --help.");
            return 1;
        }

        // The usual two seconds may be too few to finish a step and to write down what was reached.
        return await parsed.InvokeAsync(
            new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) }, CancellationToken.None);
    }
}
