using System.Text.RegularExpressions;
using BeeTrace.Core;
using BeeTrace.Core.Lab;
using BeeTrace.Web.Lab;
using BeeTrace.Web.Shell.Display;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests.Screens;

/// <summary>The page of one sample, by the number that the reader knows it by, where readings are typed, judged and approved.</summary>
public sealed class SheetOfReadings(Person reader, string mark)
{
    public async Task OpenAsync()
    {
        await reader.OpenAsync($"/lab/samples/{mark}");
        await reader.SeesAsync(mark);
        await reader.Heading(LabText.Sheet).WaitForAsync();
    }

    /// <summary>The line of an analyte, found by its code.</summary>
    public ILocator Line(string analyte) => reader.Page.GetByRole(AriaRole.Row)
        .Filter(new() { Has = reader.Page.GetByText(analyte, new() { Exact = true }) }).First;

    public ILocator Reading(string analyte) => Cell(analyte, LabText.Reading);

    public ILocator Lod(string analyte) => Cell(analyte, LabText.Lod);

    /// <summary>Types a reading and goes on to the next line, which saves this one.</summary>
    public async Task EnterAsync(string analyte, string reading, string lod = "")
    {
        await TypeAsync(analyte, reading, lod);
        await Reading(analyte).PressAsync("Enter");
        await IsSavedAsync(analyte);
    }

    /// <summary>Types and stays in the line: judged, not saved.</summary>
    public async Task TypeAsync(string analyte, string reading, string lod = "")
    {
        await Lod(analyte).FillAsync(lod);
        await Reading(analyte).FillAsync(reading);
    }

    public Task IsJudgedAsync(string analyte, Verdict verdict) => Assertions.Expect(Line(analyte)).ToContainTextAsync(reader.Say(DisplayText.Of(verdict)));

    public Task IsSavedAsync(string analyte) => Assertions.Expect(Line(analyte).GetByText(SavedAt)).ToBeVisibleAsync();

    public Task IsNotSavedAsync(string analyte) => Assertions.Expect(Line(analyte).GetByText(SavedAt)).ToHaveCountAsync(0);

    /// <summary>"saved" and a time of day, in the words of the page.</summary>
    private Regex SavedAt => new($"^{Regex.Replace(reader.Say(LabText.SavedAt(default)), "[0-9]+", "[0-9]+")}$");

    private ILocator Cell(string analyte, Bilingual column) => Line(analyte).GetByLabel(new Regex($"[：:] ?{Regex.Escape(reader.Say(column))}$"));
}
