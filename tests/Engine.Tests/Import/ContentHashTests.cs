namespace Clientele.Import.Tests;

public sealed class ContentHashTests
{
    [Fact]
    public void Parts_are_kept_apart_and_nothing_is_not_empty()
    {
        ulong[] hashes =
        [
            new ContentHash().Add("a").Add("bc").Value,
            new ContentHash().Add("ab").Add("c").Value,
            new ContentHash().Add("abc").Value,
            new ContentHash().Add("abc").Add("").Value,
            new ContentHash().Add("abc").Add((string?)null).Value,
            new ContentHash().Add(1).Value,
            new ContentHash().Add(1L << 32).Value,
            new ContentHash().Add(Guid.Empty).Value,
            new ContentHash().Add((Guid?)null).Value,
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }
}
