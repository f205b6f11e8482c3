using Clientele.Tests;

namespace Clientele.Analysis.Tests;

public sealed class PublicApiTests
{
    [Fact]
    public void A_change_of_the_formulas_is_a_reviewed_change_of_their_listing() =>
        Golden.Verify("Api/Clientele.Analysis.txt", PublicApi.Describe(typeof(Clientele.Analysis.Concentration.Pareto).Assembly));
}
