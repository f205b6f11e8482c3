using Clientele.Practices;

namespace Clientele.Import.Tests;

/// <summary>What a mapping can say, one test for each sentence of docs/import.md.</summary>
public sealed class MappingFeatureTests : IAsyncLifetime
{
    private ImportFixture _import = null!;

    public async Task InitializeAsync() => _import = await ImportFixture.OpenAsync();

    public Task DisposeAsync() => _import.DisposeAsync().AsTask();

    [Fact]
    public async Task A_rule_over_the_columns_selects_the_rows()
    {
        var result = await _import.ImportAsync(
            """
            id,title,date
            1,Construction of a school,2025-01-01
            2,Graphic design,2025-01-01
            3,CONSTRUCTION consultancy,2025-01-01
            """,
            """
            source: test
            select: (title | string.downcase | string.contains "construction") && !(title | string.downcase | string.contains "consult")
            client: { name: title, since: date }
            """);

        Assert.Equal((1, 2), (result.Clients.Added, result.NotSelected));
    }

    [Fact]
    public async Task A_person_has_attributes_of_their_own_from_the_client_s_first_day_or_another()
    {
        var result = await _import.ImportAsync(
            "name,since,contact,birthday,attitude\nA,2025-01-01,王芳,1980年8月15日,-1\nA,2025-01-01,李强,,+2\nB,2025-01-01,Ann,,3\n",
            """
            source: test
            client: { name: name, since: since }
            contact:
              name: contact
              attributes:
                core.birthday: birthday
                core.attitude: attitude
            """,
            catalogue: Core());

        Assert.Equal((2, 3, 1), (result.Contacts.Added, result.Attributes.Added, result.Rejected));
        Assert.Equal(["core.attitude=-1", "core.birthday=1980-08-15"], await OfPersonAsync("A/王芳", new(2025, 1, 1)));
        Assert.Equal(["core.attitude=2"], await OfPersonAsync("A/李强", new(2025, 1, 1)));
        Assert.Empty(await OfPersonAsync("A/李强", new(2024, 12, 31)));
        Assert.Equal("IMP213", result.FirstRejected.Single().Reason.Code);
    }

    [Theory]
    [InlineData("core.region", "No plugin registers the attribute 'core.region' of contacts")]
    [InlineData("region", "'contact.attributes.region' is not an attribute's full name")]
    public async Task An_attribute_of_clients_is_none_of_people(string attribute, string problem)
    {
        var error = await Assert.ThrowsAnyAsync<Exception>(() => _import.ImportAsync(
            "name,since,contact,region\nA,2025-01-01,王芳,x\n",
            $"source: test\nclient: {{ name: name, since: since }}\ncontact: {{ name: contact, attributes: {{ {attribute}: region }} }}\n",
            catalogue: Core()));

        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_condition_decides_which_facts_a_row_tells()
    {
        await _import.ImportAsync(
            "id,name,date,closed,amount\n1,A,2025-01-01,,0.0\n2,A,2025-01-02,2025-02-02,5\n",
            """
            source: test
            client: { name: name }
            touchpoints:
              - kind: = core.sale
                when: cell.number(amount) != 0
                external_id: id
                occurred_on: date
                amount: amount
              - kind: = core.note
                when: cell.number(amount) == 0
                external_id: id
                occurred_on: date
              - kind: = core.message
                when: closed != ""
                external_id: "{{ id }}-closed"
                occurred_on: closed
            """);

        Assert.Equal(["core.message", "core.sale", "core.note"], (await _import.TimelineAsync("A")).Select(touchpoint => touchpoint.Kind));
    }

    [Fact]
    public async Task An_expression_joins_and_cleans_columns()
    {
        await _import.ImportAsync(
            "BIN,House Number,House Street,Date Entered\n1027077,501         ,WEST   57 STREET   ,01/31/2013\n",
            """
            source: test
            dates: { formats: MM/dd/yyyy }
            client:
              external_id: BIN
              name: "{{ house_number }} {{ house_street | string.downcase | string.capitalizewords }}"
              since: Date Entered
            """);

        Assert.Equal("501 West 57 Street", (await _import.ClientAsync("1027077")).Name);
    }

    [Fact]
    public async Task A_cell_with_several_parts_can_be_split_into_rows_that_share_the_amount()
    {
        var result = await _import.ImportAsync(
            "id,suppliers,date,amount\n1,\"A\nB\nC\",2025-01-01,100\n",
            """
            source: test
            split: { column: suppliers, by: line }
            client: { name: suppliers }
            touchpoints:
              - { kind: = core.sale, external_id: id, occurred_on: date, amount: amount }
            """);

        Assert.Equal(3, result.Clients.Added);
        Assert.Equal(["33.34", "33.33", "33.33"], new[] { "A", "B", "C" }.Select(name => $"{_import.TimelineAsync(name).Result[0].Amount!.Value.Amount}"));
    }

    [Fact]
    public async Task Without_a_split_a_cell_of_several_lines_is_one_name_on_one_line()
    {
        await _import.ImportAsync("suppliers,date\n\"A (1)\nB (2)\",2025-01-01\n", "source: test\nclient: { name: suppliers, since: date }");

        Assert.Equal("A (1) B (2)", (await _import.ClientAsync("A (1) B (2)")).Name);
    }

    [Fact]
    public async Task Attributes_and_owners_hold_from_the_day_the_mapping_says()
    {
        await _import.ImportAsync(
            "code,name,region,owner,from\nA,甲,North,张三,2025-06-01\nA,甲,South,李四,2025-01-01\n",
            """
            source: test
            client:
              external_id: code
              name: name
              since: = 2024-01-01
              attributes: { core.region: region }
              attributes_from: from
              owners: { service: owner }
              owners_from: from
            """);

        Assert.Equal("South", (await _import.AttributesAsync("A", new DateOnly(2025, 3, 1)))["core.region"]);
        Assert.Equal("North", (await _import.AttributesAsync("A", new DateOnly(2025, 7, 1)))["core.region"]);
        var owners = await _import.Store.Clients.OwnersAsync(ClientId.From("test", "A"), new DateOnly(2025, 7, 1));
        Assert.Equal(("service", "张三"), (owners[0].Role, owners[0].Person));
    }

    [Fact]
    public async Task A_value_that_returns_after_another_is_kept_whatever_the_order_of_the_rows()
    {
        const string yaml = """
            source: test
            client: { external_id: code, owners: { service: owner }, owners_from: from }
            """;
        await _import.ImportAsync("code,name\nA,甲\n", "source: test\nclient: { external_id: code, name: name, since: = 2024-01-01 }");

        await _import.ImportAsync("code,owner,from\nA,甲某,2025-01-01\nA,甲某,2025-09-01\nA,乙某,2025-05-01\n", yaml);
        var again = await _import.ImportAsync("code,owner,from\nA,甲某,2025-09-01\nA,乙某,2025-05-01\nA,甲某,2025-01-01\n", yaml);

        Assert.Equal(["甲某", "乙某", "甲某"], await Task.WhenAll(new[] { 1, 6, 10 }.Select(async month => (await _import.Store.Clients.OwnersAsync(ClientId.From("test", "A"), new DateOnly(2025, month, 2)))[0].Person)));
        Assert.False(again.ChangedAnything);
    }

    [Fact]
    public async Task Contacts_carry_consents_and_refer_to_clients_of_another_source()
    {
        await _import.ImportAsync("name\n甲公司\n", "source: register\ndates: { undated: 2025-01-01 }\nclient: { name: name }");

        var result = await _import.ImportAsync(
            """
            client,name,title,position,service,greeting,on
            甲公司,王芳,女士,采购经理,是,否,2025-02-01
            甲公司,李雷,先生,总经理,,,
            乙公司,韩梅梅,女士,会计,是,是,2025-02-01
            """,
            """
            source: invented
            client: { source: register, external_id: client }
            contact:
              name: name
              salutation: title
              position: position
              primary: = yes
              consents: { service: service, greeting: greeting }
              consents_on: on
            """);

        Assert.Equal(new RecordCounts(2, 0, 0), result.Contacts);
        Assert.Equal(new RecordCounts(2, 0, 0), result.Consents);
        Assert.Equal("IMP302", Assert.Single(result.FirstRejected).Reason.Code);
        var contacts = await _import.Store.Clients.ContactsAsync(ClientId.From("register", "甲公司"));
        var consents = await _import.Store.Clients.ConsentsAsync(contacts.Single(contact => contact.Name == "王芳").Id, ImportFixture.Late);
        Assert.Equal([("greeting", false), ("service", true)], consents.Select(consent => (consent.Purpose, consent.Granted)));
        Assert.All(contacts, contact => Assert.Equal("invented", contact.Source));
    }

    [Fact]
    public async Task Facts_can_refer_to_clients_contacts_and_matters_that_are_stored()
    {
        await _import.ImportAsync(
            "id,name,title,date\n7,甲公司,一号楼,2025-01-01\n",
            """
            source: register
            client: { name: name }
            contact: { external_id: "c{{ id }}", name: = 王芳 }
            matter: { type: = test.project, external_id: id, title: title, opened_on: date }
            touchpoints:
              - { kind: = core.note, external_id: id, occurred_on: date }
            """);

        var result = await _import.ImportAsync(
            "id,client,who,matter,date,kind,findings\nv1,甲公司,c7,7,2025-02-01,core.visit,满意\nv2,甲公司,,,2025-02-02,core.call,\nv3,甲公司,c8,7,2025-02-01,core.visit,\nv4,甲公司,c7,8,2025-02-01,core.visit,\n",
            """
            source: invented
            client: { source: register, external_id: client }
            contact: { source: register, external_id: who }
            matter: { source: register, external_id: matter }
            touchpoints:
              - { kind: kind, external_id: id, occurred_on: date, details: { findings: findings } }
            """);

        Assert.Equal((2, 2), (result.Touchpoints.Added, result.Rejected));
        var visit = (await _import.TimelineAsync("甲公司", "register")).Single(touchpoint => touchpoint.Kind == "core.visit");
        Assert.Equal((ContactId.From("register", "c7"), MatterId.From("register", "7")), (visit.Contact!.Value, visit.Matter!.Value));
        Assert.Equal("满意", visit.Details["findings"]);
    }

    [Fact]
    public async Task A_catalogue_refuses_kinds_attributes_and_details_that_nobody_registered()
    {
        var refused = await Assert.ThrowsAsync<ClienteleException>(() => _import.ImportAsync(
            "id,name,date\n1,A,2025-01-01\n",
            """
            source: test
            client: { name: name, attributes: { core.regoin: name } }
            touchpoints:
              - kind: = core.sael
                external_id: id
                occurred_on: date
              - kind: = core.visit
                external_id: "{{ id }}v"
                occurred_on: date
                details: { purpos: name }
            """,
            catalogue: Core()));

        Assert.Contains("line 2: No plugin registers the attribute 'core.regoin'; did you mean 'core.region'?", refused.Message);
        Assert.Contains("line 4: No plugin registers the kind of touchpoint 'core.sael'; did you mean 'core.sale'", refused.Message);
        Assert.Contains("line 10: core.visit has no detail 'purpos'; did you mean 'purpose'?", refused.Message);
    }

    [Fact]
    public async Task A_catalogue_rejects_rows_whose_kind_detail_or_choice_nobody_registered()
    {
        var result = await _import.ImportAsync(
            "id,name,kind,date,score,class\n1,A,core.survey_answer,2025-01-01,９,政府机关\n2,A,core.servey,2025-01-01,,government\n3,A,core.survey_answer,2025-01-01,good,government\n4,A,core.call,2025-01-01,5,government\n5,B,core.call,2025-01-01,,king\n",
            """
            source: test
            client: { name: name, attributes: { test.class: class } }
            touchpoints:
              - { kind: kind, external_id: id, occurred_on: date, details: { score: score } }
            """,
            catalogue: Core());

        Assert.Equal(["IMP210", "IMP209", "IMP211", "IMP210"], result.FirstRejected.Select(row => row.Reason.Code));
        Assert.Equal("9", (await _import.TimelineAsync("A"))[0].Details["score"]);
        Assert.Equal("government", (await _import.AttributesAsync("A"))["test.class"]);
    }

    [Fact]
    public async Task A_rule_that_does_not_compile_or_names_no_column_is_a_problem_of_its_line()
    {
        var refused = await Assert.ThrowsAsync<ClienteleException>(() => _import.ImportAsync(
            "title,date\nx,2025-01-01\n",
            """
            source: test
            select: titel == "x"
            client:
              name: "{{ title | }}"
              since: date
            """));

        Assert.Contains("line 2: No column is called 'titel' in rules; did you mean 'title'?", refused.Message);
        Assert.Contains("line 4:", refused.Message);
    }

    [Fact]
    public async Task A_file_with_title_rows_states_its_header_row()
    {
        var result = await _import.ImportAsync(
            "客户清单,\n制表:张三,\n公司名,备注\n甲公司,\n",
            "source: test\nfile: { header_row: 3 }\ndates: { undated: 2025-01-01 }\nclient: { name: 公司名 }");

        Assert.Equal(1, result.Clients.Added);
    }

    [Fact]
    public async Task A_client_list_that_describes_a_client_twice_and_differently_rejects_the_second()
    {
        var result = await _import.ImportAsync(
            "code,name\nA,甲\nA,乙\nA,甲\n",
            "source: test\ndates: { undated: 2025-01-01 }\nclient: { external_id: code, name: name }");

        Assert.Equal((1, 1, 1), (result.Clients.Added, result.Rejected, result.Duplicates));
        Assert.Equal("IMP301", result.FirstRejected[0].Reason.Code);
    }

    private static Catalogue Core()
    {
        var core = new RegistrationBuilder(new Origin("core", "core"));
        new CorePractices().Configure(core);
        var test = new RegistrationBuilder(new Origin("test", "test"));
        test.Attributes(new AttributeDefinition { Name = "test.class", Title = new("Class", "类别"), Kind = ValueKind.Choice, Choices = [new("government", new("Government", "政府机关"))] });
        return Catalogue.Build([core.Build(), test.Build()]).Catalogue;
    }

    private async Task<IEnumerable<string>> OfPersonAsync(string externalId, DateOnly day) =>
        (await _import.Store.Clients.ContactAttributesAsync(ContactId.From("test", externalId), day)).Select(value => $"{value.Name}={value.Value}");
}
