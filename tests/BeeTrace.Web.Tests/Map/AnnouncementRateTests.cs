using System.Net;
using BeeTrace.Web.Tests.Http;

namespace BeeTrace.Web.Tests.Map;

/// <summary>A host of its own: what one test has used up of an address, others would miss.</summary>
public sealed class AnnouncementRateTests(RunningHost host) : IClassFixture<RunningHost>
{
    private static readonly Uri Form = new("/map/announce", UriKind.Relative);

    [Fact]
    public async Task Nobody_floods_the_county_and_everybody_reads_the_form()
    {
        using var grower = host.Reader();
        var (handler, token) = await RunningHost.FormAsync(grower, Form.ToString());

        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 21; i++)
        {
            using var empty = new FormUrlEncodedContent([new("_handler", handler), new("__RequestVerificationToken", token)]);
            using var answer = await grower.PostAsync(Form, empty);
            answers.Add(answer.StatusCode);
        }

        answers.ShouldBe([.. Enumerable.Repeat(HttpStatusCode.OK, 20), HttpStatusCode.TooManyRequests]);
        using var reading = await grower.GetAsync(Form);
        reading.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
