namespace Clientele.Plugins;

/// <summary>What becomes of template files: they are registered by lying there.</summary>
internal static class TemplateChanges
{
    public static IEnumerable<CatalogueChange> Between(Catalogue before, Catalogue after)
    {
        var (old, young) = (Files(before), Files(after));
        foreach (var name in old.Keys.Union(young.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            var (was, becomes) = (old.GetValueOrDefault(name), young.GetValueOrDefault(name));
            if (was.Hash != becomes.Hash)
            {
                yield return new(was.Hash is null ? ChangeKind.Added : becomes.Hash is null ? ChangeKind.Removed : ChangeKind.Changed, "template", name, becomes.Origin ?? was.Origin);
            }
        }
    }

    private static Dictionary<string, (string Hash, string Origin)> Files(Catalogue catalogue) => catalogue.Origins
        .Where(origin => Directory.Exists(origin.TemplateFolder))
        .SelectMany(origin => FolderHashes.Of(origin.TemplateFolder!).Select(file => ($"{origin.Prefix}/{file.Key}", file.Value, origin.Id)))
        .ToDictionary(file => file.Item1, file => (file.Value, file.Id), StringComparer.Ordinal);
}
