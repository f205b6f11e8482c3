using Clientele.Tests;

namespace Clientele.Storage.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void A_change_of_the_public_api_is_a_reviewed_change_of_its_listing() =>
        Golden.Verify("Api/Clientele.Storage.txt", PublicApi.Describe(typeof(Store).Assembly));
}
