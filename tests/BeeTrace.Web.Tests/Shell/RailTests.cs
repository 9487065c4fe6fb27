using System.Security.Claims;
using BeeTrace.Core.Access;
using BeeTrace.Web.Shell;

namespace BeeTrace.Web.Tests.Shell;

public sealed class RailTests
{
    [Theory]
