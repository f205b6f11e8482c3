namespace Clientele.Abstractions.Tests.Clients;

public sealed class IdTests
{
    [Fact]
    public void An_id_follows_from_its_source_and_external_id_by_SHA_256()
    {
        // Computed with: printf 'client\x1fregister\x1f42' | sha256sum, first 16 bytes, version nibble 8, variant bits 10.
        Assert.Equal("6edd6b90-72b4-88ef-83b9-9d02bf3e42e0", ClientId.From("register", "42").ToString());
    }

    [Fact]
    public void An_id_is_a_version_8_UUID()
    {
        Assert.Equal(8, ClientId.From("register", "42").Value.Version);
        Assert.Equal('8', ClientId.From("登记册", "编号四十二").ToString()[14]);
    }

    [Fact]
    public void Ids_do_not_depend_on_the_order_they_are_made_in()
    {
        string[] names = ["a", "b", "c", "ä", "客户"];

        var forward = names.Select(name => ClientId.From("s", name)).ToList();
        var backward = names.Reverse().Select(name => ClientId.From("s", name)).Reverse().ToList();

        Assert.Equal(forward, backward);
        Assert.Equal(names.Length, forward.Distinct().Count());
    }

    [Fact]
    public void The_same_names_of_different_things_are_different_ids()
    {
        Guid[] ids = [ClientId.From("s", "1").Value, ContactId.From("s", "1").Value, MatterId.From("s", "1").Value, TouchpointId.From("s", "1").Value, FollowUpId.From("s", "1").Value, ClientId.From("s1", "").Value, ClientId.From("", "s1").Value];

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void Long_names_give_ids_too() =>
        Assert.NotEqual(ClientId.From("s", new string('客', 5000)), ClientId.From("s", new string('客', 5001)));

    [Fact]
    public void Ids_sort_as_their_bytes_do()
    {
        var ids = Enumerable.Range(0, 500).Select(n => ClientId.From("s", $"{n}")).ToList();

        var byBytes = ids.OrderBy(id => Convert.ToHexString(id.Value.ToByteArray(bigEndian: true)), StringComparer.Ordinal);

        Assert.Equal(byBytes, ids.Order());
        Assert.True(byBytes.First() < byBytes.Last() && byBytes.Last() > byBytes.First() && byBytes.First() <= byBytes.Last() && byBytes.Last() >= byBytes.First());
    }

    [Fact]
    public void An_id_is_read_back_from_its_text()
    {
        var id = ClientId.From("s", "1");

        Assert.True(ClientId.TryParse(id.ToString(), out var read));
        Assert.Equal(id, read);
        Assert.False(ClientId.TryParse("no id", out _));
        Assert.False(ClientId.TryParse(null, out _));
    }
}
