using System.Text;
using Clientele.Host;

// Chinese on every terminal and in every pipe, without a byte-order mark that a reading program would trip over.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandLine.RunAsync(args, Console.Out, Console.Error, TimeProvider.System).ConfigureAwait(false);
