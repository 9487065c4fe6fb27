using System.Globalization;
using BeeTrace.Core;
using BeeTrace.Web.Map;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests.Screens;

/// <summary>The map beside a text of corners.</summary>
internal sealed class DrawBoard
{
    private readonly Person _person;
    private readonly Bilingual _text;
    private readonly Bilingual _datum;
    private readonly List<string> _faults = [];

    public DrawBoard(Person person, Bilingual text, Bilingual datum)
    {
        (_person, _text, _datum) = (person, text, datum);
        person.Page.PageError += (_, error) => _faults.Add(error);
    }

    /// <summary>What the browser complained of.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public ILocator Text => _person.Field(_text);

    public ILocator Datum => _person.Field(_datum);

    public ILocator Canvas => _person.Page.Locator("draw-field canvas");

    private ILocator Field => _person.Page.Locator("draw-field");

    /// <summary>Opens the map, and waits until it is drawn.</summary>
    public async Task OpenAsync()
    {
        await _person.Button(DrawText.Draw).ClickAsync();
        await Assertions.Expect(Field).ToHaveAttributeAsync("data-idle", new System.Text.RegularExpressions.Regex("^[0-9]+$"));
    }

    /// <summary>Opens the map at a place far from the demo county, where other tests look at its map: what was typed there is cleared again.</summary>
    public async Task OpenFarAwayAsync()
    {
        await Text.FillAsync("31.5, 116.5");
        await Datum.SelectOptionAsync(nameof(Core.Registry.Datum.Wgs84));
        await OpenAsync();
        await CornersAsync(1);
        await _person.Button(DrawText.Clear).ClickAsync();
        await CornersAsync(0);
    }

    /// <summary>Taps the map at a part of its width and height.</summary>
    public async Task TapAsync(float across, float down)
    {
        var box = (await Canvas.BoundingBoxAsync())!;
        await Canvas.ClickAsync(new() { Position = new() { X = box.Width * across, Y = box.Height * down }, Force = true });
    }

    /// <summary>Takes a corner by hand and leaves it at a part of the map's width and height.</summary>
    public async Task DragCornerAsync(int corner, float across, float down)
    {
        var box = (await Canvas.BoundingBoxAsync())!;
        var at = (await Field.Locator(".draw-corner").Nth(corner).BoundingBoxAsync())!;
        await _person.Page.Mouse.MoveAsync(at.X + (at.Width / 2), at.Y + (at.Height / 2));
        await _person.Page.Mouse.DownAsync();
        await _person.Page.Mouse.MoveAsync(box.X + (box.Width * across), box.Y + (box.Height * down), new() { Steps = 6 });
        await _person.Page.Mouse.UpAsync();
    }

    /// <summary>So many corners stand in the text and on the map.</summary>
    public async Task CornersAsync(int count)
    {
        await Assertions.Expect(Field.Locator(".draw-corner")).ToHaveCountAsync(count);
        await Assertions.Expect(Field).ToHaveAttributeAsync("data-idle", count.ToString(CultureInfo.InvariantCulture));
        (await Text.InputValueAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(count);
    }
}
