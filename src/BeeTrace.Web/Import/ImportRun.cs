using BeeTrace.Core;

namespace BeeTrace.Web.Import;

/// <summary>One file that was taken in, whole.</summary>
public sealed class ImportRun
{
    public const int LongestFileName = 200;

    public required ImportRunId Id { get; init; }

    public required string Kind { get; init; }

    public required string FileName { get; init; }

    public required byte[] Sha256 { get; init; }

    public required AccountId ActorId { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Rows in the file.</summary>
    public required int Rows { get; init; }

    /// <summary>Rows that added or changed something; the others were there already.</summary>
    public required int Written { get; init; }

    public DateTimeOffset? UndoneAt { get; set; }

    public AccountId? UndoneBy { get; set; }
}

/// <summary>A row that an import wrote, so that the whole import can be taken back.</summary>
public sealed class ImportedRow
{
    public required ImportRunId RunId { get; init; }

    /// <summary>Row as a spreadsheet counts them.</summary>
    public required int Number { get; init; }

    /// <summary>The key under which the file knows the row: a licence number, an apiary's code.</summary>
    public required string RowKey { get; init; }

    /// <summary>Id of the row it became.</summary>
    public required Guid RowId { get; init; }

    /// <summary>What it changed, as JSON <c>column: [before, after]</c>; null where the row is new.</summary>
    public string? Before { get; init; }
}

/// <summary>Which column of somebody's own table means which of ours, so that it is asked once.</summary>
public sealed class ColumnMap
{
    public required AccountId AccountId { get; init; }

    public required string Kind { get; init; }

    /// <summary>SHA-256 of the file's header, lower-case hex.</summary>
    public required string Header { get; init; }

    /// <summary>Our column by theirs, as a JSON object.</summary>
    public required string Columns { get; set; }
}
