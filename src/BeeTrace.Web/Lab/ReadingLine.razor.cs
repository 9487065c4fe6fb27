using BeeTrace.Core;
using BeeTrace.Core.Access;
using BeeTrace.Core.Lab;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BeeTrace.Web.Lab;

/// <summary>What happens in one line of the sheet: typing, leaving, saving, being refused.</summary>
public sealed partial class ReadingLine
{
    private ElementReference _reading;
    private ElementReference _reason;
    private IReadOnlyList<Refusal> _refusals = [];
    private ItemJudgement? _limit;
    private Task<bool>? _saving;
    private bool _inside;

    /// <summary>The line as typed.</summary>
    [Parameter, EditorRequired]
    public ReadingDraft Draft { get; set; } = default!;

    /// <summary>The line as it is saved now, perhaps by somebody else.</summary>
    [Parameter, EditorRequired]
    public SheetRow Fresh { get; set; } = default!;

    /// <summary>What it is judged on; null where nothing can be judged.</summary>
    [Parameter, EditorRequired]
    public JudgingGround? Ground { get; set; }

    /// <summary>True for an analyst with a sample in testing.</summary>
    [Parameter]
    public bool Editable { get; set; }

    /// <summary>Saves the line.</summary>
    [Parameter, EditorRequired]
    public Func<ReadingDraft, Task<Outcome<ReadingId>>> Save { get; set; } = default!;

    /// <summary>The writer goes on: 1 to the next line, -1 to the one before.</summary>
    [Parameter]
    public EventCallback<int> OnMove { get; set; }

    private Analyte Analyte => Draft.Row.Analyte;

    private string NoteId => $"note-{Analyte.Code}";

    private string ReasonId => $"reason-{Analyte.Code}";

    private bool HasNote => _refusals.Count > 0 || (Draft.IsCorrection && Editable);

    private bool IsConflict => _refusals.Any(r => r.Code is LabRefusal.ReadingChangedMeanwhile or AccessRefusal.ChangedMeanwhile)
        && Fresh.Reading?.Id != Draft.Row.Reading?.Id;

    /// <summary>To the cell of the reading.</summary>
    public ValueTask FocusAsync() => _reading.FocusAsync();

    /// <summary>Saves what is typed; true when nothing is left to save.</summary>
    public Task<bool> SaveAsync() => _saving is { IsCompleted: false } ? _saving : _saving = SaveOnceAsync();

    protected override void OnParametersSet() => _limit = Ground?.LimitOf(Analyte);

    private async Task<bool> SaveOnceAsync()
    {
        if (!Draft.IsToSave)
        {
            _refusals = [];
            return true;
        }

        var unreadable = Draft.Unreadable;
        _refusals = unreadable.Count == 0 && Draft.IsCorrection && string.IsNullOrWhiteSpace(Draft.Reason)
            ? [new Refusal(LabRefusal.ReasonMissing, nameof(EnterReading.Reason))]
            : unreadable;
        if (_refusals.Count > 0)
            return false;

        var outcome = await Save(Draft);
        _refusals = outcome.Refusals;
        return outcome.IsDone;
    }

    private async Task LeaveAsync(LineLeaveEventArgs leave)
    {
        if (leave.Within)
            return;
        _inside = false;
        await SaveAsync();
    }

    private async Task KeyAsync(KeyboardEventArgs key)
    {
        // Enter, arrows and Esc belong to the input method while a Chinese word is being composed.
        if (key.IsComposing)
            return;
        switch (key.Key)
        {
            case "Escape":
                Restore();
                break;
            case "Enter":
            case "ArrowDown":
                if (!await SaveAsync() && _refusals.Any(refusal => refusal.Code == LabRefusal.ReasonMissing))
                {
                    StateHasChanged();
                    await _reason.FocusAsync();
                }
                else
                {
                    await OnMove.InvokeAsync(1);
                }

                break;
            case "ArrowUp":
                await OnMove.InvokeAsync(-1);
                break;
        }
    }

    /// <summary>A sentence that was said already goes as soon as it no longer holds; no new one comes while somebody types.</summary>
    private void Reread()
    {
        if (_refusals.Count > 0)
            _refusals = Draft.Unreadable;
    }

    private void Restore()
    {
        Draft.Restore();
        _refusals = [];
    }

    private void KeepTheirs()
    {
        Draft.Rebase(Fresh);
        Restore();
    }

    private void KeepMine()
    {
        Draft.Rebase(Fresh);
        _refusals = [];
    }

    private string? InvalidAt(string field) =>
        _refusals.Any(refusal => string.Equals(refusal.Field, field, StringComparison.Ordinal)) ? "true" : null;
}
