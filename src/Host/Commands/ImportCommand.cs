using System.CommandLine;
using System.Globalization;
using Clientele.Host.Printing;
using Clientele.Import;

namespace Clientele.Host.Commands;

/// <summary><c>clientele import</c>: a client file in, with a mapping that is guessed when there is none.</summary>
internal static class ImportCommand
{
    public static Command Build(CommandRunner runner)
    {
        var file = new Argument<string>("file") { Description = runner.Say("A CSV or Excel file.", "CSV 或 Excel 文件。") };
        var mapping = new Option<string>("--mapping", "-m") { Description = runner.Say("Which column is what; FILE.mapping.yaml beside the file by default, guessed and written there when it does not exist.", "列映射文件；默认使用同目录的 文件名.mapping.yaml，不存在时按表头猜测并写出。"), HelpName = "FILE" };
        var dryRun = new Option<bool>("--dry-run") { Description = runner.Say("Show what would happen and change nothing.", "只显示结果，不做任何改动。") };
        var errors = new Option<string>("--errors") { Description = runner.Say("Where rejected rows are listed; FILE.errors.csv by default.", "被拒绝行的清单，默认 文件名.errors.csv。"), HelpName = "FILE" };
        return runner.Command("import", "Import a client list, contracts, visits… from a CSV or Excel file.", "从 CSV 或 Excel 文件导入客户、合同、拜访等。", (run, token) => ImportAsync(run, Path.GetFullPath(run.Value(file)!), run.Value(mapping), run.Value(dryRun), run.Value(errors), token), file, mapping, dryRun, errors);
    }

    private static async Task<int> ImportAsync(Run run, string file, string? mappingFile, bool dryRun, string? errors, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new ClienteleException(ErrorCodes.ImportUnreadable, run.Say($"There is no file {file}; check the path.", $"文件 {file} 不存在，请检查路径。"));
        }

        var crm = await run.CrmAsync(cancellationToken).ConfigureAwait(false);
        var mapping = await MappingAsync(run, file, mappingFile, cancellationToken).ConfigureAwait(false);
        var options = new ImportOptions { DryRun = dryRun, ErrorFile = Path.GetFullPath(errors ?? $"{file}.errors.csv") };
        var result = await LongWork.RunAsync(run.Say("Importing", "导入"), progress => crm.Importer.ImportAsync(file, mapping, options, new Share(progress), cancellationToken)).ConfigureAwait(false);
        await ImportPrinting.WriteAsync(run, result).ConfigureAwait(false);
        return 0;
    }

    private static async Task<ImportMapping> MappingAsync(Run run, string file, string? stated, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(stated ?? $"{file}.mapping.yaml");
        if (stated is not null || File.Exists(path))
        {
            return await ImportMapping.LoadAsync(path, cancellationToken).ConfigureAwait(false);
        }

        var guess = MappingGuess.From(file, run.AsOf);
        var yaml = guess.ToYaml();
        await File.WriteAllTextAsync(path, yaml, cancellationToken).ConfigureAwait(false);
        await run.NoteAsync(run.Say($"There was no mapping; this one was guessed from the headers and written to {path}. Where it is wrong, edit it and import again:", $"没有映射文件；已按表头猜测并写入 {path}。如有不符，请修改后重新导入：")).ConfigureAwait(false);
        await run.NoteAsync(yaml).ConfigureAwait(false);
        return guess.Mapping;
    }

    private sealed class Share(IProgress<double> progress) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => progress.Report(value.BytesTotal > 0 ? Math.Min(1, (double)value.BytesRead / value.BytesTotal) : 0);
    }
}
