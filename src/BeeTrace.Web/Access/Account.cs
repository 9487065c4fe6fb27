using BeeTrace.Core;
using BeeTrace.Core.Access;
using Microsoft.AspNetCore.Identity;

namespace BeeTrace.Web.Access;

/// <summary>A person who may sign in: one role, and the beekeeper or firm they act for.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The name that stands in deeds and on papers.</summary>
    public required string Name { get; set; }

    public required Role Role { get; set; }

    public BeekeeperId? BeekeeperId { get; set; }

    public FirmId? FirmId { get; set; }

    /// <summary>The person as every service knows them.</summary>
    public Actor ToActor() => new(new AccountId(Id), Name, Role, BeekeeperId, FirmId);
}

/// <summary>A bearer token of an account; only its hash is kept.</summary>
public sealed class ApiToken
{
    /// <summary>SHA-256 of the token, lower-case hex.</summary>
    public required string Hash { get; init; }

    public required Guid AccountId { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>
/// How often one account was tried in vain from one address. Kept per address, so that a stranger's guesses never
/// keep the owner out.
/// </summary>
public sealed class SignInFailure
{
    public required string Email { get; init; }

    /// <summary>Remote address; an IPv6 one is cut to its /64.</summary>
    public required string Address { get; init; }

    public required int Failures { get; set; }

    public required DateTimeOffset LastAt { get; set; }
}

/// <summary>A key that protects cookies and forms, shared by all nodes.</summary>
public sealed class ProtectionKey
{
    public required string Name { get; init; }

    public required string Xml { get; init; }
}

/// <summary>A recorded deed as it lies in the database: who, when, what, old, new, why. Never changed.</summary>
public sealed class DeedRow
{
    public required DeedId Id { get; init; }

    public required DateTimeOffset At { get; init; }

    public required AccountId ActorId { get; init; }

    public required string ActorName { get; init; }

    public required Role ActorRole { get; init; }

    /// <summary>What was done, a code of <c>DeedCode</c>.</summary>
    public required string Deed { get; init; }

    /// <summary>The code of what it was done to: apiary, lot, sample, certificate.</summary>
    public required string Subject { get; init; }

    /// <summary>What it was before, as JSON.</summary>
    public string? Old { get; init; }

    /// <summary>What it is now, as JSON.</summary>
    public string? New { get; init; }

    public string? Why { get; init; }
}
