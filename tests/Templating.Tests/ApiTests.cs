using Clientele.Tests;

namespace Clientele.Templating.Tests;

public sealed class ApiTests
{
    [Fact]
    public void The_public_api_is_what_was_reviewed() =>
        Golden.Verify("PublicApi.txt", PublicApi.Describe(typeof(TemplateEngine).Assembly));
}
