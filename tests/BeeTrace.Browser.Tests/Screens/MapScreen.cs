using System.Globalization;
using System.Text.RegularExpressions;
using BeeTrace.Web.Map;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests.Screens;

/// <summary>The page of the one map.</summary>
internal sealed class MapScreen
{
    private readonly Person _person;
    private readonly List<string> _faults = [];

    public MapScreen(Person person)
    {
        _person = person;
        person.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
                _faults.Add(message.Text);
        };
        person.Page.PageError += (_, error) => _faults.Add(error);
    }

    /// <summary>What the browser complained of.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public ILocator Desk => _person.Page.Locator("#map-desk");

    public ILocator Map => _person.Page.Locator("#map");

    public ILocator Card => _person.Page.Locator("#map-card");

    public ILocator List => _person.Page.Locator("#list");

    /// <summary>The table of apiaries or of their cells; notices, where there are any, stand above it.</summary>
    public ILocator Apiaries => List.GetByRole(AriaRole.Table).Filter(new()
    {
        Has = _person.Page.GetByRole(AriaRole.Columnheader, new() { Name = _person.Say(MapText.Colonies), Exact = true }),
    });

    /// <summary>About the middle of the first cell that the list of the demo county names.</summary>
    public async Task<string> FullestCellAsync()
    {
        await _person.OpenAsync("/map?at=29.84,119.65&zoom=9");
        var text = await Apiaries.GetByRole(AriaRole.Rowheader).First.InnerTextAsync();
        return text.Replace(" ", "", StringComparison.Ordinal);
    }

    public async Task OpenAsync(string at, int zoom)
    {
        (await _person.OpenAsync($"/map?at={at}&zoom={zoom.ToString(CultureInfo.InvariantCulture)}")).ShouldBe(200);
        await DrawnAsync();
    }

    /// <summary>Until the map says that it has nothing left to draw.</summary>
    public Task DrawnAsync() => Assertions.Expect(Desk).ToHaveAttributeAsync("data-idle", new Regex("^at="));

    /// <summary>How many colours are in the picture of the map.</summary>
    public async Task<int> ColoursAsync() => await LookAsync<int>("new Set(Array.from({ length: data.length / 4 }, (_, i) => data[i * 4] << 16 | data[i * 4 + 1] << 8 | data[i * 4 + 2])).size");

    /// <summary>How much of one colour.</summary>
    public async Task<int> PixelsOfAsync(string hex)
    {
        var (red, green, blue) = (Convert.ToInt32(hex[1..3], 16), Convert.ToInt32(hex[3..5], 16), Convert.ToInt32(hex[5..7], 16));
        return await LookAsync<int>($"Array.from({{ length: data.length / 4 }}, (_, i) => Math.abs(data[i * 4] - {red}) + Math.abs(data[i * 4 + 1] - {green}) + Math.abs(data[i * 4 + 2] - {blue}) < 24).filter(Boolean).length");
    }

    private async Task<T> LookAsync<T>(string expression)
    {
        var picture = Convert.ToBase64String(await Map.ScreenshotAsync());
        return await _person.Page.EvaluateAsync<T>(
            $$"""
            async picture => {
                const image = new Image();
                image.src = 'data:image/png;base64,' + picture;
                await image.decode();
                const canvas = document.createElement('canvas');
                canvas.width = image.width;
                canvas.height = image.height;
                const pen = canvas.getContext('2d');
                pen.drawImage(image, 0, 0);
                const data = pen.getImageData(0, 0, canvas.width, canvas.height).data;
                return {{expression}};
            }
            """,
            picture);
    }
}
