using Spectre.Console;

namespace ParisSummit.Picture;

/// <summary>A piece of text in one style. Never markup: what a model says is shown as it is.</summary>
internal readonly record struct Span(string Text, Style? Style = null)
{
    public static implicit operator Span(string text) => new(text);
}
