namespace BeeTrace.Core.Access;

/// <summary>
/// What a person is here for. A person has one role; who works in two has two accounts, so that every deed tells in
/// which of them it was done. The first three are not people.
/// </summary>
public enum Role
{
    /// <summary>Anybody without an account: reads what the public may read.</summary>
    Public,

    /// <summary>BeeTrace itself: migration, seed and import on the command line.</summary>
    System,

    /// <summary>The step of signing in, which must find an account before anybody is anybody.</summary>
    SignIn,

    /// <summary>养蜂人: own apiaries, own lots.</summary>
    Beekeeper,

    /// <summary>抽样员: draws samples in the field.</summary>
    Sampler,

    /// <summary>检验员: receives samples and enters readings.</summary>
    Analyst,

    /// <summary>审核员: checks readings that another person entered.</summary>
    Reviewer,

    /// <summary>授权签字人: approves results and issues certificates.</summary>
    Signatory,

    /// <summary>出口企业: own consignments and their certificates.</summary>
    Exporter,

    /// <summary>县主管: sees the county, registers firms and apiaries.</summary>
    County,

    /// <summary>审计员: reads everything, changes nothing.</summary>
    Auditor,

    /// <summary>管理员: accounts and settings; reads everything and keeps the reference data.</summary>
    Admin,
}

/// <summary>The lower-case words that databases, tokens and the demo accounts' file use for roles.</summary>
public static class RoleCode
{
    /// <summary>The roles an account may have, in the order of the office.</summary>
    public static IReadOnlyList<Role> OfPeople { get; } =
        [Role.Beekeeper, Role.Sampler, Role.Analyst, Role.Reviewer, Role.Signatory, Role.Exporter, Role.County, Role.Auditor, Role.Admin];

    /// <summary>The role's word, such as <c>beekeeper</c> or <c>sign-in</c>.</summary>
    public static string Code(this Role role) => role switch
    {
        Role.Public => "public",
        Role.System => "system",
        Role.SignIn => "sign-in",
        Role.Beekeeper => "beekeeper",
        Role.Sampler => "sampler",
        Role.Analyst => "analyst",
        Role.Reviewer => "reviewer",
        Role.Signatory => "signatory",
        Role.Exporter => "exporter",
        Role.County => "county",
        Role.Auditor => "auditor",
        Role.Admin => "admin",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, message: null),
    };

    /// <summary>The role's name for people.</summary>
    public static Bilingual Name(this Role role) => role switch
    {
        Role.Public => new("公众", "public"),
        Role.System => new("系统", "system"),
        Role.SignIn => new("登录", "sign-in"),
        Role.Beekeeper => new("养蜂人", "beekeeper"),
        Role.Sampler => new("抽样员", "sampler"),
        Role.Analyst => new("检验员", "analyst"),
        Role.Reviewer => new("审核员", "reviewer"),
        Role.Signatory => new("授权签字人", "authorised signatory"),
        Role.Exporter => new("出口企业", "exporter"),
        Role.County => new("县主管人员", "county officer"),
        Role.Auditor => new("审计员", "auditor"),
        Role.Admin => new("管理员", "administrator"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, message: null),
    };

    /// <summary>The role of a word; false for a word that is none.</summary>
    public static bool TryParse(string? code, out Role role)
    {
        foreach (var candidate in Enum.GetValues<Role>())
        {
            if (candidate.Code() == code)
            {
                role = candidate;
                return true;
            }
        }

        role = Role.Public;
        return false;
    }
}
