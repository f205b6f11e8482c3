using Clientele.Analysis.Concentration;

namespace Clientele.Analysis.Tests;

public sealed class ParetoTests
{
    [Fact]
    [Trait("Row", "S4-04")]
    public void The_seven_listed_clients_of_the_h_company_have_an_index_of_2165() =>
        Assert.Equal(0.2165, Pareto.Hhi([800, 600, 450, 300, 150, 100, 80]).Value, 4);
}
