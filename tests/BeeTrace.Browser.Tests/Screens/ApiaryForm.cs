using BeeTrace.Core;
using BeeTrace.Core.Registry;
using BeeTrace.Web.Registry;
using Microsoft.Playwright;

namespace BeeTrace.Browser.Tests.Screens;

/// <summary>The form on which a beekeeper registers an apiary.</summary>
public sealed class ApiaryForm(Person keeper)
{
    public const string Address = "/keeper/apiaries/new";

    public ILocator Name => keeper.Field(RegistryText.Name);

    public ILocator Place => keeper.Field(RegistryText.Place);

    public ILocator Datum => keeper.Page.GetByRole(AriaRole.Radiogroup, new() { Name = keeper.Say(RegistryText.DatumLabel), Exact = true });

    public ILocator Plant => keeper.Field(RegistryText.Plant);

    public ILocator From => keeper.Field(RegistryText.From);

    public ILocator Colonies => keeper.Field(RegistryText.Colonies);

    /// <summary>All that the form asks but the name, the datum and the number of colonies.</summary>
    /// <param name="place">One place for one datum: the same numbers in another one are rightly questioned.</param>
    public async Task FillRestAsync(DateOnly from, string place = "29.9137, 119.5915")
    {
        await keeper.Choice(RegistryText.Species, RegistryText.Of(BeeSpecies.Mellifera)).CheckAsync();
        await keeper.Choice(RegistryText.Kind, RegistryText.Of(ApiaryKind.Temporary)).CheckAsync();
        await Place.FillAsync(place);
        await Plant.SelectOptionAsync("Brassica napus");
        await From.FillAsync(from.ToString("yyyy-MM-dd"));
    }

    public Task ChooseDatumAsync(Datum datum) => keeper.Choice(RegistryText.DatumLabel, RegistryText.Of(datum)).CheckAsync();

    public ILocator Send => keeper.Button(RegistryText.RegisterButton);

    /// <summary>The code of the apiary that was just registered, from the line that says so.</summary>
    public async Task<ApiaryCode> CodeAsync()
    {
        await keeper.Page.WaitForURLAsync(url => url.Contains("saved=", StringComparison.Ordinal));
        var code = ApiaryCode.Parse(new Uri(keeper.Page.Url).Query.Split('=')[^1]).Value;
        await keeper.SeesAsync(RegistryText.Saved(code.ToString()));
        return code;
    }
}
