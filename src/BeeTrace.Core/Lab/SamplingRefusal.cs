namespace BeeTrace.Core.Lab;

/// <summary>Why a sampling record or a step of custody is refused. Each code is the key of a sentence; its arguments are listed in order.</summary>
public static class SamplingRefusal
{
    /// <summary>The record cannot do without this field. No arguments.</summary>
    public const string FieldMissing = "lab.sampling-field-missing";

    /// <summary>The same, on a form that says which. Arguments: the field's label.</summary>
    public const string NamedFieldMissing = "lab.sampling-named-field-missing";

    /// <summary>A text is longer than the record holds. Arguments: the most characters.</summary>
    public const string TextTooLong = "lab.sampling-text-too-long";

    /// <summary>A quantity cannot be read as a number; a comma is none. Arguments: what was typed.</summary>
    public const string NumberUnreadable = "lab.sampling-number-unreadable";

    /// <summary>A quantity is nothing, less, or more than anybody takes. Arguments: the most.</summary>
    public const string QuantityOutside = "lab.sampling-quantity-outside";

    /// <summary>A temperature that no sample has. Arguments: the least and the most, degrees Celsius.</summary>
    public const string TemperatureOutside = "lab.sampling-temperature-outside";

    /// <summary>A time of day cannot be read. Arguments: what was typed.</summary>
    public const string TimeUnreadable = "lab.sampling-time-unreadable";

    /// <summary>The two samplers are one person. No arguments.</summary>
    public const string SamplersAreOne = "lab.sampling-samplers-are-one";

    /// <summary>The second sampler is not a sampler with an open account. No arguments.</summary>
    public const string SecondUnknown = "lab.sampling-second-unknown";

    /// <summary>Both portions bear the same seal. No arguments.</summary>
    public const string SealsAreOne = "lab.sampling-seals-are-one";

    /// <summary>The record waits for the second sampler's signature. No arguments.</summary>
    public const string SecondNotSigned = "lab.sampling-second-not-signed";

    /// <summary>Somebody else, or nobody, is to sign this record as second sampler. No arguments.</summary>
    public const string NotYoursToSign = "lab.sampling-not-yours-to-sign";

    /// <summary>The sample has no sampling record. Arguments: the sample's code.</summary>
    public const string NoRecord = "lab.sampling-no-record";

    /// <summary>A portion that was never taken or is disposed of goes nowhere. No arguments.</summary>
    public const string PortionGone = "lab.custody-portion-gone";

    /// <summary>The step would be before the one before. Arguments: the moment of the one before.</summary>
    public const string CustodyOutOfOrder = "lab.custody-out-of-order";

    /// <summary>The step would be in the future. No arguments.</summary>
    public const string CustodyInFuture = "lab.custody-in-future";

    /// <summary>The seal is broken or another one, and no reason was given. No arguments.</summary>
    public const string SealUnexplained = "lab.custody-seal-unexplained";

    /// <summary>A broken seal is no reception but a rejection. No arguments.</summary>
    public const string SealBrokenAtReception = "lab.custody-seal-broken-at-reception";

    /// <summary>The re-test portion has still to be kept. Arguments: the last day.</summary>
    public const string KeptUntil = "lab.custody-kept-until";

    /// <summary>The analyst who is named is not one with an open account. No arguments.</summary>
    public const string AnalystUnknown = "lab.custody-analyst-unknown";

    /// <summary>The sample has as many pictures as are kept. Arguments: the most.</summary>
    public const string PhotosFull = "lab.sampling-photos-full";

    /// <summary>Every code of this class.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        FieldMissing, NamedFieldMissing, TextTooLong, NumberUnreadable, QuantityOutside, TemperatureOutside, TimeUnreadable, SamplersAreOne, SecondUnknown, SealsAreOne,
        SecondNotSigned, NotYoursToSign, NoRecord, PortionGone, CustodyOutOfOrder, CustodyInFuture, SealUnexplained, SealBrokenAtReception, KeptUntil,
        AnalystUnknown, PhotosFull,
    ];
}
