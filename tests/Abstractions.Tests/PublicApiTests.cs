using Clientele.Tests;

namespace Clientele.Abstractions.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void A_change_of_the_contract_is_a_reviewed_change_of_its_listing() =>
        Golden.Verify("Api/Clientele.Abstractions.txt", PublicApi.Describe(typeof(Client).Assembly));
}
