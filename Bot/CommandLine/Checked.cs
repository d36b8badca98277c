using System.CommandLine;
using System.CommandLine.Parsing;
using AlignmentBot.Bot.Configuration;

namespace AlignmentBot.Bot.CommandLine;

/// <summary>Options and arguments that are held to a rule before the command starts.</summary>
public static class Checked
{
    public static Option<string> Option(string name, string description, Func<string, string?> rule, bool required = false)
    {
        var option = new Option<string>(name) { Description = description, Required = required };
        option.Validators.Add(result => Check(result, name, rule));
        return option;
    }

    /// <summary>An option that may be given several times.</summary>
    public static Option<string[]> Several(string name, string description, Func<string, string?> rule, bool required = false)
    {
        var option = new Option<string[]>(name) { Description = description, Required = required, Arity = ArgumentArity.OneOrMore };
        option.Validators.Add(result => Check(result, name, rule));
        return option;
    }

    /// <inheritdoc cref="Several(string, string, Func{string, string?}, bool)"/>
    /// <param name="rule">For a value and those before it.</param>
    public static Option<string[]> Several(string name, string description, Func<string, IReadOnlyCollection<string>, string?> rule)
    {
        var option = new Option<string[]>(name) { Description = description, Arity = ArgumentArity.OneOrMore };
        option.Validators.Add(result =>
        {
            var before = new List<string>();
            Check(result, name, value => rule(value, before), before.Add);
        });
        return option;
    }

    public static Argument<string> Argument(string name, string description, Func<string, string?> rule)
    {
        var argument = new Argument<string>(name) { Description = description };
        argument.Validators.Add(result => Check(result, name, rule));
        return argument;
    }

    /// <summary>A flag that can also be taken back: <c>--admin</c>, <c>--admin false</c>.</summary>
    public static Option<bool?> Flag(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.ZeroOrOne };

    private static void Check(SymbolResult result, string name, Func<string, string?> rule, Action<string>? seen = null)
    {
        foreach (var token in result.Tokens)
        {
            if (rule(token.Value) is { } broken)
                result.AddError(Shown.Fault(name, token.Value, broken));
            seen?.Invoke(token.Value);
        }
    }
}
