using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Web.Shell.Display;
using BeeTrace.Web.Trade;

namespace BeeTrace.Web.Shell.Public;

/// <summary>
/// Where the bands from product to destination lie: products at the left, destinations at the right, each as high as its amount. The largest six of
/// each side stand by themselves, the rest together; what is withheld is not drawn, nor is it part of any sum here.
/// </summary>
public sealed class FlowRibbons
{
    /// <summary>So many are told apart on each side; the rest are one.</summary>
    public const int Most = 6;

    /// <summary>Left edge of the bands, right of the products' bars.</summary>
    public const double From = 236;

    /// <summary>Right edge of the bands, left of the destinations' bars.</summary>
    public const double To = 516;

    /// <summary>Width of a bar.</summary>
    public const double Bar = 10;

    /// <summary>Width of the picture, in pixels as all here.</summary>
    public const double Width = 740;

    /// <summary>Height of all amounts together.</summary>
    private const double Whole = 200;

    /// <summary>A thin bar keeps room for its two lines of words.</summary>
    private const double RoomForWords = 32;

    private const double Gap = 6;
    private const string OthersCode = "";

    /// <param name="flows">What is told and what is withheld.</param>
    public FlowRibbons(IReadOnlyList<FigureFlow> flows)
    {
        var told = flows.Where(f => f.Amount > 0).ToList();
        var total = told.Sum(f => f.Amount!.Value);
        var withheld = flows.Where(f => f.Amount is null).ToList();
        Products = Stack(told, withheld, f => (f.Product, f.ProductName), total);
        Destinations = Stack(told, withheld, f => (f.Destination, f.DestinationName), total);
        Count = told.Count;
        Height = Products.Concat(Destinations).Select(n => n.Y + Math.Max(n.Height, RoomForWords)).DefaultIfEmpty(0).Max();
        var (left, right) = (Products.Select(n => n.Y).ToArray(), Destinations.Select(n => n.Y).ToArray());
        var bands = new List<FlowBand>();
        for (var p = 0; p < Products.Count; p++)
        {
            for (var d = 0; d < Destinations.Count; d++)
            {
                var amount = told.Where(f => IndexOf(Products, f.Product) == p && IndexOf(Destinations, f.Destination) == d).Sum(f => f.Amount!.Value);
                if (amount == 0)
                    continue;
                var height = Whole * (double)(amount / total);
                bands.Add(new FlowBand(p, d, amount, left[p], right[d], height));
                left[p] += height;
                right[d] += height;
            }
        }

        Bands = bands;
    }

    /// <summary>How many amounts are told.</summary>
    public int Count { get; }

    /// <summary>Height of the picture.</summary>
    public double Height { get; }

    /// <summary>Bars at the left.</summary>
    public IReadOnlyList<FlowNode> Products { get; }

    /// <summary>Bars at the right.</summary>
    public IReadOnlyList<FlowNode> Destinations { get; }

    /// <summary>The bands between them.</summary>
    public IReadOnlyList<FlowBand> Bands { get; }

    private static List<FlowNode> Stack(List<FigureFlow> told, List<FigureFlow> withheld, Func<FigureFlow, (string Code, Bilingual Name)> side, decimal total)
    {
        var sums = told.GroupBy(side).Select(g => (g.Key.Code, g.Key.Name, Amount: g.Sum(f => f.Amount!.Value))).OrderByDescending(s => s.Amount).ThenBy(s => s.Code, StringComparer.Ordinal).ToList();
        var shown = sums.Take(Most).ToList();
        if (sums.Count > Most)
            shown.Add((OthersCode, FiguresText.Others, sums.Skip(Most).Sum(s => s.Amount)));
        var nodes = new List<FlowNode>();
        var y = 0.0;
        foreach (var (code, name, amount) in shown)
        {
            var height = Whole * (double)(amount / total);
            var isPart = withheld.Any(f => side(f).Code == code || (code == OthersCode && shown.TrueForAll(s => s.Code != side(f).Code)));
            nodes.Add(new FlowNode(code, name, amount, isPart, y, height));
            y += Math.Max(height, RoomForWords) + Gap;
        }

        return nodes;
    }

    private static int IndexOf(IReadOnlyList<FlowNode> nodes, string code)
    {
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].Code == code)
                return i;
        }

        return nodes.Count - 1;
    }
}

/// <summary>A product or destination with its bar.</summary>
/// <param name="Code">Its code; empty for the others together.</param>
/// <param name="Name">Its name.</param>
/// <param name="Amount">What is told of it.</param>
/// <param name="IsPart">True where more of it is withheld, so that it is at least so much.</param>
/// <param name="Y">Upper edge of its bar.</param>
/// <param name="Height">Height of its bar.</param>
public sealed record FlowNode(string Code, Bilingual Name, decimal Amount, bool IsPart, double Y, double Height)
{
    /// <summary>The amount for people.</summary>
    public string Said => (IsPart ? "≥\u00A0" : "") + Numerals.Amount(Amount, 2);
}

/// <summary>A band from a product to a destination.</summary>
/// <param name="Product">Place in the list of products.</param>
/// <param name="Destination">Place in the list of destinations.</param>
/// <param name="Amount">Its amount.</param>
/// <param name="FromY">Its upper edge at the left.</param>
/// <param name="ToY">Its upper edge at the right.</param>
/// <param name="Height">Its height everywhere.</param>
public sealed record FlowBand(int Product, int Destination, decimal Amount, double FromY, double ToY, double Height)
{
    /// <summary>The outline for an SVG path.</summary>
    public string Path
    {
        get
        {
            var middle = (FlowRibbons.From + FlowRibbons.To) / 2;
            return string.Create(
                CultureInfo.InvariantCulture,
                $"M{FlowRibbons.From:0.#} {FromY:0.##}C{middle:0.#} {FromY:0.##} {middle:0.#} {ToY:0.##} {FlowRibbons.To:0.#} {ToY:0.##}V{ToY + Height:0.##}C{middle:0.#} {ToY + Height:0.##} {middle:0.#} {FromY + Height:0.##} {FlowRibbons.From:0.#} {FromY + Height:0.##}Z");
        }
    }
}
