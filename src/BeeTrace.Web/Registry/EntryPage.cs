using BeeTrace.Core;
using BeeTrace.Web.Access;
using BeeTrace.Web.Data;
using BeeTrace.Web.Shell;
using BeeTrace.Web.Shell.Display;
using Microsoft.AspNetCore.Components;

namespace BeeTrace.Web.Registry;

/// <summary>What every form of the field has in common: an own apiary in the address, and what becomes of what is sent.</summary>
public abstract class EntryPage : ComponentBase
{
    [Inject]
    protected FieldEntryService Entries { get; set; } = default!;

    [Inject]
    protected KeeperQueries Queries { get; set; } = default!;

    [Inject]
    protected CurrentActor Current { get; set; } = default!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    /// <summary>The apiary in the address.</summary>
    [Parameter]
    public string Code { get; set; } = "";

    [CascadingParameter]
    protected HttpContext HttpContext { get; set; } = default!;

    /// <summary>The own apiary; null where there is none, and then the page is none.</summary>
    protected KeeperApiary? Apiary { get; private set; }

    /// <summary>Why it was not saved.</summary>
    protected IReadOnlyList<Refusal> Refusals { get; private set; } = [];

    /// <summary>Today as a date input wants it.</summary>
    protected string Today => Days.Short(ChinaTime.DayOf(Clock.GetUtcNow()));

    /// <summary>Where the page of a saved entry leads: home, where the apiary stands with the line that says so.</summary>
    internal static string Next(string kind, FieldAnswer answer) =>
        $"/keeper?receipt={answer.Receipt}&kind={kind}{(answer.Outcome.Value.Warnings.Count > 0 ? "&odd=1" : "")}&saved={answer.Outcome.Value.Subject}";

    /// <summary>Finds the apiary of the address, or answers that there is no such page.</summary>
    protected async Task<bool> FindAsync()
    {
        Apiary = await Queries.ApiaryAsync(Code, await Current.GetAsync(), HttpContext.RequestAborted);
        if (Apiary is null)
            Navigation.NotFound();
        return Apiary is not null;
    }

    /// <summary>How the form says which stay it took for the current one.</summary>
    protected string Seen => Apiary?.Current is { } stay ? stay.Id.Value.ToString() : SeenStay.Nowhere;

    /// <summary>How the form says which stay it mends.</summary>
    protected string NewestStay => Apiary?.Stays is [var stay, ..] ? stay.Id.Value.ToString() : SeenStay.Nowhere;

    protected async Task SaveAsync(string kind, TypedEntry typed)
    {
        // A line that drops now takes the answer, not the entry.
        var answer = await Entries.TakeAsync(kind, typed, await Current.GetAsync(), CancellationToken.None);
        if (answer.Outcome.IsDone)
        {
            Navigation.NavigateTo(Next(kind, answer));
            return;
        }

        Refusals = answer.Outcome.Refusals;
        // The refused entry is kept as the log of the conflict; what is sent next is another one.
        if (answer.Conflict is not null)
            typed.Id = Guid.CreateVersion7().ToString();
    }

    protected IReadOnlyList<Bilingual> Of(string field) => RefusalText.Of(Refusals, field);
}
