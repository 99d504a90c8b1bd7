namespace Coalition.Tabular.Tests;

/// <summary>Tables that are not as they should be, each with what reading them says.</summary>
internal static class BadTables
{
    internal static IEnumerable<(string Name, CsvTables Tables, string[] Problems)> All =>
    [
        // Cells.
        ("a date as a spreadsheet shows it", Tables.With("stages", "2026-02-02", "02/02/2026"),
        [
            "stages.csv row 2, column on: found '02/02/2026'; expected a day such as 2026-01-10, written so; a spreadsheet rewrites dates unless the column is text.",
        ]),
        ("a month where a day is due", Tables.With("stages", "2026-02-02", "Feb-26"),
        [
            "stages.csv row 2, column on: found 'Feb-26'; expected a day such as 2026-01-10, written so; a spreadsheet rewrites dates unless the column is text.",
        ]),
        ("a date in published", Tables.With("claims", "800,,", "800,01/07/2026,"),
        [
            "claims.csv row 2, column published: found '01/07/2026'; expected a day such as 2026-01-10, or a month such as 2026-01, written so; a spreadsheet rewrites dates unless the column is text.",
        ]),
        ("a number with a comma", Tables.With("claims", "800", "\"1,000\""),
        [
            "claims.csv row 2, column to: found '1,000'; expected a whole number from 0 to 9223372036854775807, in digits alone, without separators.",
        ]),
        ("a number with a point", Tables.With("claims", "800", "1.000"),
        [
            "claims.csv row 2, column to: found '1.000'; expected a whole number from 0 to 9223372036854775807, in digits alone, without separators.",
        ]),
        ("a number with a blank", Tables.With("claims", "800", "800 "),
        [
            "claims.csv row 2, column to: found '800 '; expected a whole number from 0 to 9223372036854775807, in digits alone, without separators.",
        ]),
        ("a number with an exponent", Tables.With("claims", "800", "8E+02"),
        [
            "claims.csv row 2, column to: found '8E+02'; expected a whole number from 0 to 9223372036854775807, in digits alone, without separators.",
        ]),
        ("a number with zeros before it", Tables.With("claims", "800", "0800"),
        [
            "claims.csv row 2, column to: found '0800'; expected a whole number from 0 to 9223372036854775807, in digits alone, without separators.",
        ]),
        ("a nought with a sign", Tables.With("claims", "800", "-0"),
        [
            "claims.csv row 2, column to: found '-0'; expected a whole number from 0 to 9223372036854775807, in digits alone, without separators.",
        ]),
        ("a negative number", Tables.With("claims", "800", "-8"),
        [
            "claims.csv row 2, column to: found -8; expected a whole number from 0 to 9223372036854775807.",
        ]),
        ("a number beyond 64 bits", Tables.With("claims", "800", "9223372036854775808"),
        [
            "claims.csv row 2, column to: found 9223372036854775808; expected a whole number from 0 to 9223372036854775807.",
        ]),
        ("a claim that ends before it begins", Tables.With("claims", "500,800", "800,500"),
        [
            "claims.csv row 2, column to: found 500; expected at least 'from', which is 800.",
        ]),
        ("half of a surrogate pair in JSON", Tables.With("pledges", "{\"\"holds\"\":\"\"ceasefire\"\"}", "{\"\"holds\"\":\"\"\\ud83d\"\"}"),
        [
            "pledges.csv row 2, column condition, at holds: found a string that is not Unicode text; expected valid UTF-8, and escapes in pairs where they are surrogates.",
        ]),
        ("half of a surrogate pair in a name of JSON", Tables.With("acts", "\"\"until\"\"", "\"\"\\udc00\"\""),
        [
            "acts.csv row 2, column mandate: found a string that is not Unicode text; expected valid UTF-8, and escapes in pairs where they are surrogates.",
        ]),
        ("a word that is none", Tables.With("pledges", "declared", "Declared"),
        [
            "pledges.csv row 2, column stage: found 'Declared'; expected one of declined, withdrawn, floated, declared, offered, firm, allocated, deployed.",
        ]),
        ("a flag as spreadsheets write it", Tables.With("stages", "example,,", "example,TRUE,"),
        [
            "stages.csv row 2, column assumed: found 'TRUE'; expected yes or no, or an empty cell.",
        ]),
        ("a share that became a date", Tables.With("pledges", "declared,,,", "declared,,01/03/2026,"),
        [
            "pledges.csv row 2, column rotation: found '01/03/2026'; expected a fraction above 0 and up to 1, such as 1/3, with a denominator up to 1,000.",
        ]),
        ("blanks for a text", Tables.With("pledges", "'= made up", "\"  \""),
        [
            "pledges.csv row 2, column note: found '  '; expected text that is not blank.",
        ]),
        ("a value of a group", Tables.With("pledges", "P30D", "30 days"),
        [
            "pledges.csv row 2, column readiness.notice: found '30 days'; expected a period of whole days, weeks, months or years up to 1,000 years, such as P30D.",
        ]),
        ("half of a group", Tables.With("pledges", "P30D,ceasefire", ",ceasefire"),
        [
            "pledges.csv row 2, column readiness.notice: found an empty cell; expected a period of whole days, weeks, months or years up to 1,000 years, such as P30D.",
        ]),
        ("half of a tally", Tables.With("acts", "60,30,2", ",30,2"),
        [
            "acts.csv row 3, column tally.yes: found an empty cell; expected the number of votes in favour.",
        ]),
        ("a tally against its outcome", Tables.With("acts", "60,30,2", "30,60,2"),
        [
            "acts.csv row 3, columns tally.yes, tally.no, tally.abstain: found 30 to 60, 2 abstaining, recorded as approved; expected a count that 'more than 1/2 of cast' carries.",
        ]),
        ("an act without its day", Tables.With("acts", "approved,2026-02-01", "approved,"),
        [
            "acts.csv row 3, column on: found an empty cell; expected a day such as 2026-01-10.",
        ]),
        ("a cell that the act has not", Tables.With("acts", "House,60,30,2,,,", "House,60,30,2,,,2026-03-01"),
        [
            "acts.csv row 3, column voteOn: found 'voteOn' of the act 'approved'; expected no 'voteOn' of such an act.",
        ]),
        ("no JSON", Tables.With("pledges", "\"{\"\"holds\"\":\"\"ceasefire\"\"}\"", "ceasefire"),
        [
            "pledges.csv row 2, column condition: found 'ceasefire'; expected JSON, as the model file has it for 'condition': 'c' is an invalid start of a value.",
        ]),
        ("JSON of another kind", Tables.With("pledges", "\"{\"\"holds\"\":\"\"ceasefire\"\"}\"", "12"),
        [
            "pledges.csv row 2, column condition: found 12; expected 'always', or an object with one of holds, total, contributors, contributes, met, allOf, anyOf, or atLeast and of.",
        ]),
        ("JSON with a fault within", Tables.With("pledges", "\"{\"\"holds\"\":\"\"ceasefire\"\"}\"", "\"{\"\"allOf\"\":[\"\"always\"\",{\"\"holds\"\":\"\"peace\"\"}]}\""),
        [
            "pledges.csv row 2, column condition, at allOf[1].holds: found 'peace'; expected the id of a circumstance of this model.",
        ]),
        ("JSON too deep", Tables.With("pledges", "\"{\"\"holds\"\":\"\"ceasefire\"\"}\"", $"{new string('[', 80)}"),
        [
            "pledges.csv row 2, column condition: found '[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[['; expected JSON, as the model file has it for 'condition': The maximum configured depth of 69 has been exceeded. Cannot read next JSON array.",
        ]),
        ("ids with commas", Tables.With("pledges", "xa-house ua-rada", "\"xa-house,ua-rada\""),
        [
            "pledges.csv row 2, column needs: found 'xa-house,ua-rada'; expected an id of lower-case ASCII letters, digits and single hyphens, at most 100 long, such as fr-land.",
        ]),
        ("an id of nothing", Tables.With("pledges", "xa-house ua-rada", "xa-house ua-duma"),
        [
            "pledges.csv row 2, column needs: found 'ua-duma'; expected the id of an approval of this model.",
        ]),
        ("a source of nothing", Tables.With("claims", "example", "exmaple"),
        [
            "claims.csv row 2, column source: found 'exmaple'; expected the id of a source of this model.",
        ]),
        ("a mandate with a fault within", Tables.With("acts", "\"\"until\"\":\"\"2026-12-31\"\"", "\"\"until\"\":\"\"31.12.2026\"\""),
        [
            "acts.csv row 2, column mandate, at until: found '31.12.2026'; expected a day such as 2026-01-10.",
        ]),
        ("a day beyond what is known", Tables.With("acts", "2026-02-01", "2026-04-01"),
        [
            "acts.csv row 3, column on: found 2026-04-01; expected a day up to the model's as-of date, 2026-03-01, or an entry marked as assumed.",
        ]),
        ("acts out of order", Tables.With("acts", "submitted,2026-01-07", "submitted,2026-02-03"),
        [
            "acts.csv row 3: found 'approved' on 2026-02-01, in the state 'not requested'; expected what this state allows: preConsulted, submitted.",
        ]),

        // Ids.
        ("a second pledge", Tables.With("pledges", "xa-air,XA", "xa-land,XA"),
        [
            "pledges.csv row 3, column id: found 'xa-land' again; expected an id that no other row has, and row 2 has this one.",
            "claims.csv row 3, column pledge: found 'xa-air'; expected the id of a row of pledges.csv.",
        ]),
        ("an id that is none", Tables.OfModel with { Pledges = Tables.OfModel.Pledges.Replace("xa-air", "XA Air"), Claims = Tables.OfModel.Claims.Replace("xa-air", "XA Air") },
        [
            "pledges.csv row 3, column id: found 'XA Air'; expected an id of lower-case ASCII letters, digits and single hyphens, at most 100 long, such as fr-land.",
        ]),
        ("no id", Tables.With("pledges", "xa-air,XA", ",XA"),
        [
            "pledges.csv row 3, column id: found an empty cell; expected an id of lower-case ASCII letters, digits and single hyphens, at most 100 long, such as fr-land.",
            "claims.csv row 3, column pledge: found 'xa-air'; expected the id of a row of pledges.csv.",
        ]),
        ("a claim of no pledge", Tables.With("claims", "xa-air,,12", "xa-sea,,twelve"),
        [
            "claims.csv row 3, column pledge: found 'xa-sea'; expected the id of a row of pledges.csv.",
            "claims.csv row 3, column to: found 'twelve'; expected a whole number from 0 to 9223372036854775807, in digits alone, without separators.",
        ]),
        ("a stage of no pledge", Tables.With("stages", "xa-land", ""),
        [
            "stages.csv row 2, column pledge: found an empty cell; expected the id of a row of pledges.csv.",
        ]),
        ("an act of no approval", Tables.With("acts", "xa-house,submitted", "xb-house,asked"),
        [
            "acts.csv row 2, column approval: found 'xb-house'; expected the id of an approval of the model.",
            "acts.csv row 2, column act: found 'asked'; expected one of committed, preConsulted, informed, consulted, begun, submitted, referred, scheduled, approved, rejected, objected, annulled, withdrawn, lapsed, extended, revoked.",
            "acts.csv row 3: found 'approved' on 2026-02-01, in the state 'not requested'; expected what this state allows: preConsulted, submitted.",
        ]),
        ("a pledge left out that others need", Tables.OfModel with { Pledges = Tables.PledgesHeader + "xa-air,XA,air,firm,,,,,,,,,,,,\r\n" },
        [
            "claims.csv row 2, column pledge: found 'xa-land'; expected the id of a row of pledges.csv.",
            "stages.csv row 2, column pledge: found 'xa-land'; expected the id of a row of pledges.csv.",
            "$.guarantees.force.standards.five-hundred.requires.total.pledges[0]: found 'xa-land'; expected the id of a pledge of this model.",
        ]),

        // Headers, rows and files.
        ("an unknown column", Tables.With("claims", "pledge,from,to", "pledge,from,To"),
        [
            "claims.csv row 1: found the unknown column 'To'; expected one of pledge, from, to, published, source, note.",
        ]),
        ("a column twice", Tables.With("claims", "published", "to"),
        [
            "claims.csv row 1: found a second column 'to'; expected each column once.",
        ]),
        ("a column missing", Tables.OfModel with { Stages = "pledge,stage\r\nxa-land,firm\r\n" },
        [
            "stages.csv row 1: found no column 'on'; expected a header row with pledge, stage, on, and any of published, source, assumed, note.",
        ]),
        ("no header", Tables.OfModel with { Claims = "" },
        [
            "claims.csv: found nothing; expected a header row with pledge, and any of from, to, published, source, note.",
        ]),
        ("a cell too many", Tables.With("claims", "example,", "example,,x"),
        [
            "claims.csv row 2, column number 7: found 'x'; expected nothing in a column without a name.",
        ]),
        ("a cell in a column without a name", Tables.OfModel with { Claims = "pledge,,to\r\nxa-land,x,5\r\n" },
        [
            "claims.csv row 2, column number 2: found 'x'; expected nothing in a column without a name.",
        ]),
        ("a quotation mark within", Tables.With("pledges", "'= made up", "5\" guns"),
        [
            "pledges.csv row 2: found a quotation mark within a cell that does not begin with one; expected a cell in quotation marks throughout, each of its own doubled.",
        ]),
        ("text after a quotation mark", Tables.With("pledges", "'= made up", "\"5\" guns"),
        [
            "pledges.csv row 2: found text after a closing quotation mark; expected a cell in quotation marks throughout, each of its own doubled.",
        ]),
        ("a quotation mark never closed", Tables.With("pledges", "'= made up", "\"5 guns"),
        [
            "pledges.csv row 2: found a quotation mark that is never closed; expected a cell in quotation marks throughout, each of its own doubled.",
        ]),
        ("another separator", Tables.OfModel with { Claims = "pledge\tfrom\tto\r\nxa-land\t5\t6\r\n" },
        [
            "claims.csv row 1: found the unknown column 'pledge\\u0009from\\u0009to'; expected one of pledge, from, to, published, source, note.",
            "claims.csv row 1: found no column 'pledge'; expected a header row with pledge, and any of from, to, published, source, note.",
        ]),
        ("faults everywhere", Tables.With("pledges", "declared", "declraed") with { Claims = Tables.OfModel.Claims.Replace("500", "5OO"), Acts = Tables.OfModel.Acts.Replace("House", "Senate") },
        [
            "pledges.csv row 2, column stage: found 'declraed'; expected one of declined, withdrawn, floated, declared, offered, firm, allocated, deployed.",
            "claims.csv row 2, column from: found '5OO'; expected a whole number from 0 to 9223372036854775807, in digits alone, without separators.",
            "acts.csv row 3, column body: found 'Senate'; expected one of House.",
        ]),
    ];
}
