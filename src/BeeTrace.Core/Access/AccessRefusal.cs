namespace BeeTrace.Core.Access;

/// <summary>What Access refuses.</summary>
public static class AccessRefusal
{
    /// <summary>Too few characters. Arguments: fewest allowed, how many were given.</summary>
    public const string PasswordTooShort = "access.password-too-short";

    /// <summary>Too many characters. Arguments: most allowed.</summary>
    public const string PasswordTooLong = "access.password-too-long";

    /// <summary>One of those that are guessed first. No arguments.</summary>
    public const string PasswordCommon = "access.password-common";

    /// <summary>The account's e-mail address or the part before the @. No arguments.</summary>
    public const string PasswordIsAddress = "access.password-is-address";

    /// <summary>One character or a short pattern over and over. No arguments.</summary>
    public const string PasswordRepeats = "access.password-repeats";

    /// <summary>E-mail or password is wrong; which of them is never told. No arguments.</summary>
    public const string SignInWrong = "access.sign-in-wrong";

    /// <summary>Too many failures, the next try must wait. Arguments: whole seconds left.</summary>
    public const string SignInWait = "access.sign-in-wait";

    /// <summary>The actor's role does not do this. Arguments: the role's code.</summary>
    public const string NotYourRole = "access.not-your-role";

    /// <summary>An account with this address exists. Arguments: the address.</summary>
    public const string AddressTaken = "access.address-taken";

    /// <summary>The text is no e-mail address. No arguments.</summary>
    public const string AddressUnreadable = "access.address-unreadable";

    /// <summary>Somebody changed it since the page was read. No arguments.</summary>
    public const string ChangedMeanwhile = "access.changed-meanwhile";

    /// <summary>The password was given too long ago for signing a paper. Arguments: minutes.</summary>
    public const string SignInNotFresh = "access.sign-in-not-fresh";

    /// <summary>Every refusal there is, for the test that looks for a sentence to each.</summary>
    public static IReadOnlyList<string> All { get; } =
        [PasswordTooShort, PasswordTooLong, PasswordCommon, PasswordIsAddress, PasswordRepeats, SignInWrong, SignInWait, NotYourRole, AddressTaken, AddressUnreadable, ChangedMeanwhile, SignInNotFresh];
}
