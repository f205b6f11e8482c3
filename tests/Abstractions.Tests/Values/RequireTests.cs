namespace Clientele.Abstractions.Tests.Values;

public sealed class RequireTests
{
    [Theory]
    [InlineData("core.visit")]
    [InlineData("contractor.owner_class")]
    [InlineData("a.b2.c_d")]
    public void A_qualified_name_is_lower_case_words_joined_by_dots(string name) => Assert.Equal(name, Kind(name).Name);

    [Theory]
    [InlineData("visit")]
    [InlineData("Core.visit")]
    [InlineData("core.")]
    [InlineData(".visit")]
    [InlineData("core..visit")]
    [InlineData("core.2visit")]
    [InlineData("core.visit\n")]
    [InlineData("core.vísit")]
    [InlineData(" core.visit")]
    [InlineData("")]
    [InlineData(null)]
    public void Anything_else_is_no_qualified_name(string? name) =>
        Assert.Equal(ErrorCodes.NameInvalid, Assert.Throws<ClienteleException>(() => Kind(name!)).Code);

    [Theory]
    [InlineData("")]
    [InlineData(" \t")]
    [InlineData(null)]
    public void A_required_text_is_not_blank(string? name) =>
        Assert.Equal(ErrorCodes.RecordInvalid, Assert.Throws<ClienteleException>(() => new Client { Id = ClientId.From("s", "1"), Name = name!, Since = default }).Code);

    [Fact]
    public void A_matter_type_has_a_stage() =>
        Assert.Equal(ErrorCodes.RecordInvalid, Assert.Throws<ClienteleException>(() => new MatterType { Name = "core.job", Title = LocalizedText.Same("Job"), Stages = [], Moves = [] }).Code);

    [Fact]
    public void A_changed_copy_is_checked_as_a_new_record_is() =>
        Assert.Throws<ClienteleException>(() => Kind("core.visit") with { Name = "visit" });

    private static TouchpointKind Kind(string name) => new() { Name = name, Title = LocalizedText.Same("Visit") };
}
