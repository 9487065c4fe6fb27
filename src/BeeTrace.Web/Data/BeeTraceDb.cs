using BeeTrace.Core;
using BeeTrace.Core.Certificates;
using BeeTrace.Core.Lab;
using BeeTrace.Core.Map;
using BeeTrace.Core.Registry;
using BeeTrace.Core.Reports;
using BeeTrace.Core.Trace;
using BeeTrace.Core.Trade;
using BeeTrace.Web.Access;
using BeeTrace.Web.Import;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace BeeTrace.Web.Data;

/// <summary>
/// The whole model. Do not open it yourself: <see cref="Database.OpenAsync"/> gives one with a transaction in which the
/// database knows who is asking; outside of that row security shows nothing.
/// </summary>
public sealed class BeeTraceDb(DbContextOptions<BeeTraceDb> options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();

    public DbSet<SignInFailure> SignInFailures => Set<SignInFailure>();

    public DbSet<DeedRow> Deeds => Set<DeedRow>();

    public DbSet<County> Counties => Set<County>();

    public DbSet<Beekeeper> Beekeepers => Set<Beekeeper>();

    public DbSet<Apiary> Apiaries => Set<Apiary>();

    public DbSet<Placement> Placements => Set<Placement>();

    public DbSet<PlacementCorrection> PlacementCorrections => Set<PlacementCorrection>();

    public DbSet<BeekeeperApplication> BeekeeperApplications => Set<BeekeeperApplication>();

    public DbSet<Plant> Plants => Set<Plant>();

    public DbSet<Bloom> Blooms => Set<Bloom>();

    public DbSet<NectarSource> NectarSources => Set<NectarSource>();

    public DbSet<ColonyCount> ColonyCounts => Set<ColonyCount>();

    public DbSet<Treatment> Treatments => Set<Treatment>();

    public DbSet<Inspection> Inspections => Set<Inspection>();

    public DbSet<DiseaseReport> DiseaseReports => Set<DiseaseReport>();

    public DbSet<Photo> Photos => Set<Photo>();

    public DbSet<FieldEntry> FieldEntries => Set<FieldEntry>();

    public DbSet<Firm> Firms => Set<Firm>();

    public DbSet<FirmYear> FirmYears => Set<FirmYear>();

    public DbSet<BaseFiling> BaseFilings => Set<BaseFiling>();

    public DbSet<BaseMember> BaseMembers => Set<BaseMember>();

    public DbSet<Honour> Honours => Set<Honour>();

    public DbSet<DraftedStandard> DraftedStandards => Set<DraftedStandard>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<Lot> Lots => Set<Lot>();

    public DbSet<LotHold> LotHolds => Set<LotHold>();

    public DbSet<Harvest> Harvests => Set<Harvest>();

    public DbSet<Analyte> Analytes => Set<Analyte>();

    public DbSet<Standard> Standards => Set<Standard>();

    public DbSet<Method> Methods => Set<Method>();

    public DbSet<Limit> Limits => Set<Limit>();

    public DbSet<LimitProposal> LimitProposals => Set<LimitProposal>();

    public DbSet<ResidueRow> ResidueRows => Set<ResidueRow>();

    public DbSet<MarketVersion> MarketVersions => Set<MarketVersion>();

    public DbSet<PanelItem> PanelItems => Set<PanelItem>();

    public DbSet<Sample> Samples => Set<Sample>();

    public DbSet<SamplingRecord> SamplingRecords => Set<SamplingRecord>();

    public DbSet<CustodyEvent> CustodyEvents => Set<CustodyEvent>();

    public DbSet<SamplePhoto> SamplePhotos => Set<SamplePhoto>();

    public DbSet<OrderedReTest> ReTests => Set<OrderedReTest>();

    public DbSet<EnteredReading> Readings => Set<EnteredReading>();

    public DbSet<Evaluation> Evaluations => Set<Evaluation>();

    public DbSet<EvaluationItem> EvaluationItems => Set<EvaluationItem>();

    public DbSet<LaboratoryVersion> Laboratories => Set<LaboratoryVersion>();

    public DbSet<Report> Reports => Set<Report>();

    public DbSet<Objection> Objections => Set<Objection>();
    public DbSet<SamplingPlan> SamplingPlans => Set<SamplingPlan>();

    public DbSet<Stratum> Strata => Set<Stratum>();

    public DbSet<FrozenList> FrozenLists => Set<FrozenList>();

    public DbSet<ListedLot> ListedLots => Set<ListedLot>();

    public DbSet<PublicValueEntry> PublicValues => Set<PublicValueEntry>();

    public DbSet<Pick> Picks => Set<Pick>();

    public DbSet<ControlSeries> ControlSeries => Set<ControlSeries>();

    public DbSet<ControlResult> ControlResults => Set<ControlResult>();

    public DbSet<Certificate> Certificates => Set<Certificate>();

    public DbSet<CertificateEnding> CertificateEndings => Set<CertificateEnding>();

    public DbSet<ConsignmentLot> ConsignmentLots => Set<ConsignmentLot>();

    public DbSet<Declaration> Declarations => Set<Declaration>();

    public DbSet<Consignment> Consignments => Set<Consignment>();

    public DbSet<ConsignedLot> ConsignedLots => Set<ConsignedLot>();

    public DbSet<MarketRelease> MarketReleases => Set<MarketRelease>();

    public DbSet<YearlyReturn> YearlyReturns => Set<YearlyReturn>();

    public DbSet<YearbookEdition> YearbookEditions => Set<YearbookEdition>();

    public DbSet<FigureDefinition> FigureDefinitions => Set<FigureDefinition>();

    public DbSet<Country> Countries => Set<Country>();

    public DbSet<HsCode> HsCodes => Set<HsCode>();

    public DbSet<Claim> Claims => Set<Claim>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<NoticeRecipient> NoticeRecipients => Set<NoticeRecipient>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<ImportRun> ImportRuns => Set<ImportRun>();

    public DbSet<ImportedRow> ImportedRows => Set<ImportedRow>();

    public DbSet<ColumnMap> ColumnMaps => Set<ColumnMap>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.AddBeeTraceConventions();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(BeeTraceDb).Assembly);
    }
}
