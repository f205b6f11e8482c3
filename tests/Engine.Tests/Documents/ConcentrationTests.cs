using Clientele.Documents;

namespace Clientele.Tests.Documents;

public sealed class ConcentrationTests
{
    [Fact]
    public void The_first_fifth_and_the_clients_that_bring_four_fifths_are_counted()
    {
        var concentration = Concentration.Of([60, 20, 10, 5, 5], 10)!;

        Assert.Equal(0.8m, concentration.TopShare);
        Assert.Equal(2, concentration.CountFor80);
        Assert.Equal(0.2m, concentration.ClientShareFor80);
    }

    [Fact]
    public void Refunds_count_as_nothing()
    {
        var concentration = Concentration.Of([100, -50], 2)!;

        Assert.Equal(1m, concentration.TopShare);
        Assert.Equal(1, concentration.CountFor80);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Without_a_value_above_zero_there_is_none(int value) => Assert.Null(Concentration.Of([value], 1));

    [Fact]
    public void A_single_client_is_the_whole() => Assert.Equal(new Concentration(1, 1, 1), Concentration.Of([7], 1));
}
