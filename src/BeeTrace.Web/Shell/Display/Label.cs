using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace BeeTrace.Web.Shell.Display;

/// <summary>Words in an SVG picture. Razor keeps the <c>text</c> tag for itself, so that it has to be written by hand.</summary>
public sealed class Label : ComponentBase
{
    /// <summary>Where the words stand, in the picture's units.</summary>
    [Parameter, EditorRequired]
    public string X { get; set; } = "0";

    /// <summary>The line they stand on.</summary>
    [Parameter, EditorRequired]
    public string Y { get; set; } = "0";

    /// <summary><c>start</c>, <c>middle</c> or <c>end</c>.</summary>
    [Parameter]
    public string Anchor { get; set; } = "middle";

    /// <summary>True for what is said, false for what only helps to read it.</summary>
    [Parameter]
    public bool Said { get; set; }

    /// <summary>The words.</summary>
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "x", X);
        builder.AddAttribute(2, "y", Y);
        builder.AddAttribute(3, "text-anchor", Anchor);
        builder.AddAttribute(4, "class", Said ? "said" : null);
        builder.AddContent(5, Text);
        builder.CloseElement();
    }
}
