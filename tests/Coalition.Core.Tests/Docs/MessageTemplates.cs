using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coalition.Tests.Docs;

/// <summary>Every message that the sources of the library can give, as a template: <c>…</c> stands for what differs.</summary>
/// <remarks>
/// A problem of a model is told by what was found, or where that is a mere value, by what was expected; an exception by its message. What is
/// handed on from elsewhere, in a variable, is found where it is made.
/// </remarks>
internal static partial class MessageTemplates
{
    // The methods that note a problem, with the number of their arguments; what was expected is the last, and what was found stands before it.
    private static readonly Dictionary<string, int> Refusals = new() { ["Add"] = 3, ["ReportAt"] = 3, ["Report"] = 2, ["Refuse"] = 1 };

    internal static IReadOnlySet<string> InSources()
    {
        var roots = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "Coalition.Core"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot()).ToList();
        var constants = roots.SelectMany(r => r.DescendantNodes()).OfType<FieldDeclarationSyntax>()
            .Where(f => f.Modifiers.Any(m => m.IsKind(SyntaxKind.ConstKeyword))).SelectMany(f => f.Declaration.Variables)
            .Where(v => v.Initializer?.Value is LiteralExpressionSyntax { Token.Value: string })
            .ToLookup(v => v.Identifier.Text, v => v.Initializer!.Value);
        return roots.SelectMany(r => r.DescendantNodes()).SelectMany(node => Messages(node, constants)).Where(HasWords).ToHashSet();
    }

    private static IEnumerable<string> Messages(SyntaxNode node, ILookup<string, ExpressionSyntax> constants) => node switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments: [.., var expected] arguments } call
            when Refusals.TryGetValue(Name(call.Expression), out var count) && arguments.Count == count =>
            count == 1 ? Texts(expected.Expression, constants)
            : Texts(arguments[^2].Expression, constants).SelectMany(found => HasWords(found) ? [found] : Texts(expected.Expression, constants)),
        ObjectCreationExpressionSyntax { ArgumentList.Arguments: var arguments } made when made.Type.ToString().EndsWith("Exception", StringComparison.Ordinal) =>
            arguments.SelectMany(a => Texts(a.Expression, constants)),
        _ => [],
    };

    private static IEnumerable<string> Texts(ExpressionSyntax expression, ILookup<string, ExpressionSyntax> constants) => expression switch
    {
        LiteralExpressionSyntax { Token.Value: string text } => [text],
        InterpolatedStringExpressionSyntax text =>
            [Holes().Replace(string.Concat(text.Contents.Select(c => c is InterpolatedStringTextSyntax t ? t.TextToken.ValueText : "…")), "…")],
        ConditionalExpressionSyntax either => Texts(either.WhenTrue, constants).Concat(Texts(either.WhenFalse, constants)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } both =>
            from left in Texts(both.Left, constants) from right in Texts(both.Right, constants) select Holes().Replace(left + right, "…"),
        ParenthesizedExpressionSyntax inner => Texts(inner.Expression, constants),
        InvocationExpressionSyntax call when call.ToString().StartsWith("string.Create", StringComparison.Ordinal) => Texts(call.ArgumentList.Arguments[^1].Expression, constants),
        IdentifierNameSyntax or MemberAccessExpressionSyntax when constants[Name(expression)].Take(2).ToList() is [var constant] => Texts(constant, constants),
        _ => ["…"],
    };

    private static string Name(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
        IdentifierNameSyntax name => name.Identifier.Text,
        _ => "",
    };

    private static bool HasWords(string template) => Word().IsMatch(template);

    [GeneratedRegex("…+")]
    private static partial Regex Holes();

    [GeneratedRegex("[A-Za-z]{2}")]
    private static partial Regex Word();
}
