namespace BeeTrace.Web.Registry;

public static class RegistrySetup
{
    public static IServiceCollection AddRegistry(this IServiceCollection services) => services
        .AddSingleton<ApiaryService>()
        .AddSingleton<StayCorrectionService>()
        .AddSingleton<ApiaryBookService>()
        .AddSingleton<PhotoService>()
        .AddSingleton<KeeperQueries>()
        .AddSingleton<FieldEntryService>()
        .AddSingleton<FieldForm, RegisterForm>()
        .AddSingleton<FieldForm, MoveForm>()
        .AddSingleton<FieldForm, CorrectForm>()
        .AddSingleton<FieldForm, TakeBackForm>()
        .AddSingleton<FieldForm, LeaveForm>()
        .AddSingleton<FieldForm, CloseForm>()
        .AddSingleton<FieldForm, CountForm>()
        .AddSingleton<FieldForm, TreatmentForm>()
        .AddSingleton<FieldForm, DiseaseForm>()
        .AddSingleton<RegistryQueries>()
        .AddSingleton<RegisterSearch>()
        .AddSingleton<OfficeQueries>()
        .AddSingleton<DiseaseQueries>()
        .AddSingleton<IdentityVault>()
        .AddSingleton<BeekeeperService>()
        .AddSingleton<ApplicationService>()
        .AddSingleton<ApplicationQueries>()
        .AddSingleton<InspectionService>()
        .AddSingleton<StewardService>()
        .AddSingleton<StewardQueries>()
        .AddSingleton<FirmService>()
        .AddSingleton<FirmQueries>()
        .AddSingleton<NectarSourceQueries>()
        .AddSingleton<NectarSourceService>();
}
