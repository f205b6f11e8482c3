using System.Text;
using Clientele.Tests;

namespace Clientele.Import.Tests;

public sealed class MappingGuessTests : IDisposable
{
    private static readonly DateOnly Day = new(2025, 12, 31);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_Chinese_client_list_with_sales_in_ten_thousand_yuan_is_understood() =>
        Golden.Verify("MappingGuess.h-company.yaml", MappingGuess.From(TemporaryFolder.Given("h-company-clients-gb18030.csv"), Day).ToYaml());

    [Fact]
    public void A_Chinese_order_list_with_contacts_is_understood() => Golden.Verify("MappingGuess.orders.yaml", Guess(
        """
        订单编号,客户名称,联系人,性别,职务,手机号码,电子邮箱,地区,客户经理,下单日期,产品名称,订单金额（元）,快递单
        D001,甲公司,王芳,女,采购,13800000000,a@b.example,浙江,张三,2025年3月1日,镜片,"1,200.00",SF1
        D002,甲公司,王芳,女,采购,13800000000,a@b.example,浙江,张三,2025年4月1日,镜架,800,SF2
        """).ToYaml());

    [Fact]
    public void An_English_register_is_understood() => Golden.Verify("MappingGuess.register.yaml", Guess(
        """
        ID;Supplier;Contract Title;Execution Date;Amount (AUD);Panel
        1;Acme;Fleet;12/13/2025;1.234,50;A
        2;Acme;Road;01/02/2025;99,00;B
        """).ToYaml());

    [Fact]
    public void A_list_without_amounts_makes_clients_only()
    {
        var guess = Guess("代码,公司名称,建档日期\nA1,甲公司,2024-05-06\n");

        Assert.Empty(guess.Mapping.Touchpoints);
        Assert.Equal(("代码", "公司名称", "建档日期"), (guess.Mapping.Client.ExternalId!.Text, guess.Mapping.Client.Name!.Text, guess.Mapping.Client.Since!.Text));
    }

    [Fact]
    public void What_the_file_does_not_prove_is_left_open()
    {
        var guess = Guess("name,date,amount\nA,03/04/2025,\"1,234\"\n");

        Assert.Empty(guess.Mapping.Dates.Formats);
        Assert.Equal(DecimalMark.Unknown, guess.Mapping.Amounts.Mark);
    }

    [Fact]
    public void A_file_without_a_client_is_not_guessed()
    {
        var refused = Assert.Throws<ClienteleException>(() => Guess("x,y\n1,2\n"));

        Assert.Equal(ErrorCodes.MappingInvalid, refused.Code);
        Assert.Contains("'x', 'y'", refused.Message);
    }

    [Theory]
    [InlineData("h-company-clients.csv")]
    [InlineData("h-company-clients-gb18030.csv")]
    public async Task A_guess_imports_its_file_without_any_change(string file)
    {
        await using var import = await ImportFixture.OpenAsync();
        var guess = MappingGuess.From(TemporaryFolder.Given(file), Day);

        var result = await new Importer(import.Store).ImportAsync(TemporaryFolder.Given(file), ImportFixture.Mapping(guess.ToYaml()));

        Assert.Equal((7, 0), (result.Touchpoints.Added, result.Rejected));
    }

    [Fact]
    public void A_mapping_written_and_read_again_is_the_same()
    {
        const string yaml = """
            source: "a: b"
            title: 测试 #1
            file: { format: csv, encoding: gb18030, delimiter: tab, header_row: 2 }
            select: (title | string.contains "x") && amount != "-"
            dates: { formats: [MM/dd/yyyy, "d.M.yyyy"], undated: 2025-12-31 }
            amounts: { currency: AUD, decimal: comma, factor: 10000 }
            split: { column: 供应商, by: ";", amounts: repeat }
            client: { source: s, external_id: 编号, name: '{{ a }} "{{ b }}"', kind: = person, since: d, culture: = zh-CN, attributes: { core.region: 地区 }, attributes_from: d, owners: { service: o }, owners_from: d }
            contact: { external_id: c, name: n, family_name: f, salutation: s, position: p, role: r, email: e, phone: t, culture: = en, primary: = yes, consents: { service: y }, consents_on: d, consents_by: = 表格 }
            matter: { type: = a.b, external_id: m, title: t, opened_on: d }
            touchpoints:
              - { kind: = core.sale, when: cell.number(x) > 0, external_id: id, occurred_on: d, amount: x, channel: = phone, by: who, note: "= \\ \"quoted\"", details: { title: t } }
            """;
        var mapping = ImportFixture.Mapping(yaml);

        Assert.Equal(mapping.ToYaml(), ImportFixture.Mapping(mapping.ToYaml()).ToYaml());
        Golden.Verify("ImportMapping.written.yaml", mapping.ToYaml());
    }

    private MappingGuess Guess(string csv) => MappingGuess.From(_folder.Write("guess.csv", csv, Encoding.UTF8), Day);
}
