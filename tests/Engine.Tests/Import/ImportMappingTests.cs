using Clientele.Tests;

namespace Clientele.Import.Tests;

public sealed class ImportMappingTests
{
    [Fact]
    public void A_mapping_says_where_each_value_comes_from()
    {
        var problems = ImportMapping.TryParse(
            """
            source: register
            client:
              name: supplier
              since: = 2025-01-01
              culture: "{{ language | string.downcase }}-AU"
            """,
            out var mapping);

        Assert.Empty(problems);
        Assert.Equal(MappedValueKind.Column, mapping!.Client.Name!.Kind);
        Assert.Equal("2025-01-01", mapping.Client.Since!.Text);
        Assert.Equal(MappedValueKind.Constant, mapping.Client.Since.Kind);
        Assert.Equal(MappedValueKind.Expression, mapping.Client.Culture!.Kind);
    }

    [Fact]
    public void Everything_wrong_is_found_in_one_pass_with_its_line()
    {
        var problems = ImportMapping.TryParse(
            """
            sorce: register
            file:
              encoding: utf-88
              delimiter: comma
            amounts:
              decimal: dot
              factor: -1
            client:
              name: {{ supplier }}
              nmae: supplier
            matter:
              title: title
            touchpoints:
              - kind: = core.sale
                external_id: id
              - kind: = core.note
                external_id: id
            """,
            out var mapping);

        Assert.Null(mapping);
        Golden.Verify("ImportMapping.problems.txt", string.Join('\n', problems.OrderBy(problem => problem.Line)));
    }

    [Theory]
    [InlineData("- a\n- b")]
    [InlineData("source: 'open")]
    [InlineData("")]
    public void What_is_no_mapping_is_refused_with_a_line(string yaml)
    {
        var problems = ImportMapping.TryParse(yaml, out var mapping);

        Assert.Null(mapping);
        Assert.True(Assert.Single(problems).Line >= 1);
    }

    [Fact]
    public async Task A_mapping_that_is_not_there_is_refused_with_a_sentence()
    {
        var refused = await Assert.ThrowsAsync<ClienteleException>(() => ImportMapping.LoadAsync("/nowhere/mapping.yaml"));

        Assert.Equal(ErrorCodes.MappingInvalid, refused.Code);
    }
}
