using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Trace;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace BeeTrace.Web.Data;

/// <summary>How values of the field lie in PostgreSQL: one rule for all tables.</summary>
internal static class Conventions
{
    public static void AddBeeTraceConventions(this ModelConfigurationBuilder conventions)
    {
        foreach (var id in typeof(IId<>).Assembly.GetTypes().Where(IsId))
            conventions.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));

        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<decimal>().HavePrecision(18, 6);
        conventions.Properties<ApiaryCode>().HaveConversion<ApiaryCodeConverter>().HaveMaxLength(20);
        conventions.Properties<NectarSourceCode>().HaveConversion<NectarSourceCodeConverter>().HaveMaxLength(20);
        conventions.Properties<NoticeCode>().HaveConversion<NoticeCodeConverter>().HaveMaxLength(20);
        conventions.Properties<LotCode>().HaveConversion<LotCodeConverter>().HaveMaxLength(20);
        conventions.Properties<ConsignmentCode>().HaveConversion<ConsignmentCodeConverter>().HaveMaxLength(20);
        conventions.Properties<SampleCode>().HaveConversion<SampleCodeConverter>().HaveMaxLength(20);
        conventions.Properties<BlindCode>().HaveConversion<BlindCodeConverter>().HaveMaxLength(20);
        conventions.Properties<ReportNumber>().HaveConversion<ReportNumberConverter>().HaveMaxLength(20);
        conventions.Properties<PlanCode>().HaveConversion<PlanCodeConverter>().HaveMaxLength(20);
        conventions.Properties<CertificateNumber>().HaveConversion<CertificateNumberConverter>().HaveMaxLength(20);
    }

    private static bool IsId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    private sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Make(value))
        where TId : struct, IId<TId>
    {
        // An expression tree cannot call a static interface member itself.
        private static TId Make(Guid value) => TId.From(value);
    }

    private sealed class ApiaryCodeConverter() : ValueConverter<ApiaryCode, string>(c => c.ToString(), s => ApiaryCode.Parse(s).Value);

    private sealed class NectarSourceCodeConverter()
        : ValueConverter<NectarSourceCode, string>(c => c.ToString(), s => NectarSourceCode.Parse(s).Value);

    private sealed class NoticeCodeConverter() : ValueConverter<NoticeCode, string>(c => c.ToString(), s => NoticeCode.Parse(s).Value);

    private sealed class LotCodeConverter() : ValueConverter<LotCode, string>(c => c.ToString(), s => LotCode.Parse(s).Value);

    private sealed class ConsignmentCodeConverter() : ValueConverter<ConsignmentCode, string>(c => c.ToString(), s => ConsignmentCode.Parse(s).Value);

    private sealed class SampleCodeConverter() : ValueConverter<SampleCode, string>(c => c.ToString(), s => SampleCode.Parse(s).Value);

    private sealed class BlindCodeConverter() : ValueConverter<BlindCode, string>(c => c.ToString(), s => BlindCode.Parse(s).Value);

    private sealed class ReportNumberConverter() : ValueConverter<ReportNumber, string>(c => c.ToString(), s => ReportNumber.Parse(s).Value);
    private sealed class PlanCodeConverter() : ValueConverter<PlanCode, string>(c => c.ToString(), s => PlanCode.Parse(s).Value);

    private sealed class CertificateNumberConverter()
        : ValueConverter<CertificateNumber, string>(c => c.ToString(), s => CertificateNumber.Parse(s).Value);
}
