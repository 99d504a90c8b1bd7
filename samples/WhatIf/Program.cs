using WhatIf;

try
{
    await WhatIfApp.Create(args).RunAsync();
    return 0;
}
catch (Exception refusal) when (refusal is ArgumentException or IOException)
{
    // Not an address of this machine, or one that is taken.
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}
