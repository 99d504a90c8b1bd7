using WhatIf;

await WhatIfApp.Create(args).RunAsync();
