namespace Clientele.Host.Commands;

/// <summary>Folder names that every file system takes, Chinese left readable, and unique by a piece of the id.</summary>
internal static class FileNames
{
    public static string Of(Client client)
    {
        var name = string.Concat(client.Name.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-')).Trim('-');
        while (name.Contains("--", StringComparison.Ordinal))
        {
            name = name.Replace("--", "-", StringComparison.Ordinal);
        }

        // 40 Chinese characters are 120 bytes of the 255 that a file name may have.
        return $"{(name.Length > 40 ? name[..40].TrimEnd('-') : name)}-{client.Id.ToString()[..8]}";
    }
}
