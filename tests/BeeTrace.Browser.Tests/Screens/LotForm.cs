using BeeTrace.Core;
using BeeTrace.Web.Shell;
using BeeTrace.Web.Trace;

namespace BeeTrace.Browser.Tests.Screens;

/// <summary>The form on which a firm records what it bought.</summary>
public sealed class LotForm(Person exporter)
{
    /// <summary>Over the list of lots to the empty form.</summary>
    public async Task OpenAsync()
    {
        await exporter.Link(RailText.Lots).ClickAsync();
        await exporter.Link(TraceText.RecordLot).ClickAsync();
        await exporter.Heading(TraceText.RecordLot).WaitForAsync();
    }

    public async Task FillAsync(string apiary, string product, string kilograms, DateOnly? harvested)
    {
        await exporter.Field(TraceText.Apiary).FillAsync(apiary);
        await exporter.Field(TraceText.Product).SelectOptionAsync(product);
        await exporter.Field(TraceText.MassLabel).FillAsync(kilograms);
        await exporter.Field(TraceText.Harvested).FillAsync(harvested?.ToString("yyyy-MM-dd") ?? "");
    }

    public Task SendAsync() => exporter.Button(TraceText.SaveLot).ClickAsync();

    /// <summary>The code of the lot whose page opened.</summary>
    public async Task<LotCode> CodeAsync()
    {
        await exporter.Page.WaitForURLAsync(url => LotCode.TryParse(url.Split('/')[^1], out _));
        var code = LotCode.Parse(exporter.Page.Url.Split('/')[^1]).Value;
        await exporter.SeesAsync(code.ToString());
        return code;
    }
}
