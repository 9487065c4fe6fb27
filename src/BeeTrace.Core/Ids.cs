namespace BeeTrace.Core;

/// <summary>Marks an identity that is a version 7 UUID made in code, so that the database maps all of them by one rule.</summary>
public interface IId<TSelf> where TSelf : struct, IId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

public readonly record struct AccountId(Guid Value) : IId<AccountId> { public static AccountId From(Guid value) => new(value); public static AccountId New() => new(Guid.CreateVersion7()); }
public readonly record struct DeedId(Guid Value) : IId<DeedId> { public static DeedId From(Guid value) => new(value); public static DeedId New() => new(Guid.CreateVersion7()); }
public readonly record struct BeekeeperId(Guid Value) : IId<BeekeeperId> { public static BeekeeperId From(Guid value) => new(value); public static BeekeeperId New() => new(Guid.CreateVersion7()); }
public readonly record struct ApiaryId(Guid Value) : IId<ApiaryId> { public static ApiaryId From(Guid value) => new(value); public static ApiaryId New() => new(Guid.CreateVersion7()); }
public readonly record struct PlacementId(Guid Value) : IId<PlacementId> { public static PlacementId From(Guid value) => new(value); public static PlacementId New() => new(Guid.CreateVersion7()); }
public readonly record struct NectarSourceId(Guid Value) : IId<NectarSourceId> { public static NectarSourceId From(Guid value) => new(value); public static NectarSourceId New() => new(Guid.CreateVersion7()); }
public readonly record struct BloomId(Guid Value) : IId<BloomId> { public static BloomId From(Guid value) => new(value); public static BloomId New() => new(Guid.CreateVersion7()); }
public readonly record struct FirmId(Guid Value) : IId<FirmId> { public static FirmId From(Guid value) => new(value); public static FirmId New() => new(Guid.CreateVersion7()); }
public readonly record struct LotId(Guid Value) : IId<LotId> { public static LotId From(Guid value) => new(value); public static LotId New() => new(Guid.CreateVersion7()); }
public readonly record struct SampleId(Guid Value) : IId<SampleId> { public static SampleId From(Guid value) => new(value); public static SampleId New() => new(Guid.CreateVersion7()); }
public readonly record struct ReadingId(Guid Value) : IId<ReadingId> { public static ReadingId From(Guid value) => new(value); public static ReadingId New() => new(Guid.CreateVersion7()); }
public readonly record struct CustodyEventId(Guid Value) : IId<CustodyEventId> { public static CustodyEventId From(Guid value) => new(value); public static CustodyEventId New() => new(Guid.CreateVersion7()); }
public readonly record struct LotHoldId(Guid Value) : IId<LotHoldId> { public static LotHoldId From(Guid value) => new(value); public static LotHoldId New() => new(Guid.CreateVersion7()); }
public readonly record struct MethodId(Guid Value) : IId<MethodId> { public static MethodId From(Guid value) => new(value); public static MethodId New() => new(Guid.CreateVersion7()); }
public readonly record struct LimitId(Guid Value) : IId<LimitId> { public static LimitId From(Guid value) => new(value); public static LimitId New() => new(Guid.CreateVersion7()); }
public readonly record struct LimitProposalId(Guid Value) : IId<LimitProposalId> { public static LimitProposalId From(Guid value) => new(value); public static LimitProposalId New() => new(Guid.CreateVersion7()); }
public readonly record struct EvaluationId(Guid Value) : IId<EvaluationId> { public static EvaluationId From(Guid value) => new(value); public static EvaluationId New() => new(Guid.CreateVersion7()); }
public readonly record struct CertificateId(Guid Value) : IId<CertificateId> { public static CertificateId From(Guid value) => new(value); public static CertificateId New() => new(Guid.CreateVersion7()); }
public readonly record struct DeclarationId(Guid Value) : IId<DeclarationId> { public static DeclarationId From(Guid value) => new(value); public static DeclarationId New() => new(Guid.CreateVersion7()); }
public readonly record struct ConsignmentId(Guid Value) : IId<ConsignmentId> { public static ConsignmentId From(Guid value) => new(value); public static ConsignmentId New() => new(Guid.CreateVersion7()); }
public readonly record struct MarketReleaseId(Guid Value) : IId<MarketReleaseId> { public static MarketReleaseId From(Guid value) => new(value); public static MarketReleaseId New() => new(Guid.CreateVersion7()); }
public readonly record struct YearlyReturnId(Guid Value) : IId<YearlyReturnId> { public static YearlyReturnId From(Guid value) => new(value); public static YearlyReturnId New() => new(Guid.CreateVersion7()); }
public readonly record struct YearbookEditionId(Guid Value) : IId<YearbookEditionId> { public static YearbookEditionId From(Guid value) => new(value); public static YearbookEditionId New() => new(Guid.CreateVersion7()); }
public readonly record struct ClaimId(Guid Value) : IId<ClaimId> { public static ClaimId From(Guid value) => new(value); public static ClaimId New() => new(Guid.CreateVersion7()); }
public readonly record struct ColonyCountId(Guid Value) : IId<ColonyCountId> { public static ColonyCountId From(Guid value) => new(value); public static ColonyCountId New() => new(Guid.CreateVersion7()); }
public readonly record struct TreatmentId(Guid Value) : IId<TreatmentId> { public static TreatmentId From(Guid value) => new(value); public static TreatmentId New() => new(Guid.CreateVersion7()); }
public readonly record struct HarvestId(Guid Value) : IId<HarvestId> { public static HarvestId From(Guid value) => new(value); public static HarvestId New() => new(Guid.CreateVersion7()); }
public readonly record struct InspectionId(Guid Value) : IId<InspectionId> { public static InspectionId From(Guid value) => new(value); public static InspectionId New() => new(Guid.CreateVersion7()); }
public readonly record struct DiseaseReportId(Guid Value) : IId<DiseaseReportId> { public static DiseaseReportId From(Guid value) => new(value); public static DiseaseReportId New() => new(Guid.CreateVersion7()); }
public readonly record struct BaseFilingId(Guid Value) : IId<BaseFilingId> { public static BaseFilingId From(Guid value) => new(value); public static BaseFilingId New() => new(Guid.CreateVersion7()); }
public readonly record struct BaseMemberId(Guid Value) : IId<BaseMemberId> { public static BaseMemberId From(Guid value) => new(value); public static BaseMemberId New() => new(Guid.CreateVersion7()); }
public readonly record struct HonourId(Guid Value) : IId<HonourId> { public static HonourId From(Guid value) => new(value); public static HonourId New() => new(Guid.CreateVersion7()); }
public readonly record struct DraftedStandardId(Guid Value) : IId<DraftedStandardId> { public static DraftedStandardId From(Guid value) => new(value); public static DraftedStandardId New() => new(Guid.CreateVersion7()); }
public readonly record struct NoticeId(Guid Value) : IId<NoticeId> { public static NoticeId From(Guid value) => new(value); public static NoticeId New() => new(Guid.CreateVersion7()); }
public readonly record struct PhotoId(Guid Value) : IId<PhotoId> { public static PhotoId From(Guid value) => new(value); public static PhotoId New() => new(Guid.CreateVersion7()); }
public readonly record struct FieldEntryId(Guid Value) : IId<FieldEntryId> { public static FieldEntryId From(Guid value) => new(value); public static FieldEntryId New() => new(Guid.CreateVersion7()); }
public readonly record struct ImportRunId(Guid Value) : IId<ImportRunId> { public static ImportRunId From(Guid value) => new(value); public static ImportRunId New() => new(Guid.CreateVersion7()); }
public readonly record struct PlacementCorrectionId(Guid Value) : IId<PlacementCorrectionId> { public static PlacementCorrectionId From(Guid value) => new(value); public static PlacementCorrectionId New() => new(Guid.CreateVersion7()); }
public readonly record struct BeekeeperApplicationId(Guid Value) : IId<BeekeeperApplicationId> { public static BeekeeperApplicationId From(Guid value) => new(value); public static BeekeeperApplicationId New() => new(Guid.CreateVersion7()); }
public readonly record struct AnnouncementId(Guid Value) : IId<AnnouncementId> { public static AnnouncementId From(Guid value) => new(value); public static AnnouncementId New() => new(Guid.CreateVersion7()); }
public readonly record struct LaboratoryVersionId(Guid Value) : IId<LaboratoryVersionId> { public static LaboratoryVersionId From(Guid value) => new(value); public static LaboratoryVersionId New() => new(Guid.CreateVersion7()); }
public readonly record struct ReportId(Guid Value) : IId<ReportId> { public static ReportId From(Guid value) => new(value); public static ReportId New() => new(Guid.CreateVersion7()); }
public readonly record struct ObjectionId(Guid Value) : IId<ObjectionId> { public static ObjectionId From(Guid value) => new(value); public static ObjectionId New() => new(Guid.CreateVersion7()); }
public readonly record struct SamplingPlanId(Guid Value) : IId<SamplingPlanId> { public static SamplingPlanId From(Guid value) => new(value); public static SamplingPlanId New() => new(Guid.CreateVersion7()); }
public readonly record struct FrozenListId(Guid Value) : IId<FrozenListId> { public static FrozenListId From(Guid value) => new(value); public static FrozenListId New() => new(Guid.CreateVersion7()); }
public readonly record struct PublicValueEntryId(Guid Value) : IId<PublicValueEntryId> { public static PublicValueEntryId From(Guid value) => new(value); public static PublicValueEntryId New() => new(Guid.CreateVersion7()); }
public readonly record struct ControlSeriesId(Guid Value) : IId<ControlSeriesId> { public static ControlSeriesId From(Guid value) => new(value); public static ControlSeriesId New() => new(Guid.CreateVersion7()); }
public readonly record struct ControlResultId(Guid Value) : IId<ControlResultId> { public static ControlResultId From(Guid value) => new(value); public static ControlResultId New() => new(Guid.CreateVersion7()); }
