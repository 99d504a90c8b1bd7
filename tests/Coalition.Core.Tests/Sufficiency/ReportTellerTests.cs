using Coalition.Tests.Fixtures;

namespace Coalition.Tests.Sufficiency;

/// <summary>A report in words, whole and verbatim, on a model that has something of everything to tell.</summary>
public class ReportTellerTests
{
    private static readonly CoalitionModel Model = Given.Model(
        """
        "title": "Small <b> _model_",
        "sources": { "paper": { "label": "fact", "title": "Paper | \"A*\"" } },
        "circumstances": { "ceasefire": { "title": "x" }, "backstop": { "title": "x" }, "gone": { "title": "x", "events": [{ "event": "ruledOut", "on": "2026-01-05" }] }, "done": { "title": "x", "events": [{ "event": "occurred", "on": "2026-01-05" }] }, "winter": { "title": "x" } },
        "approvals": { "fr": { "nation": "FR", "procedure": "priorApproval", "acts": [{ "act": "submitted", "on": "2026-01-01", "mandate": { "ceilings": { "land": 100, "total": 5000 } } }, { "act": "approved", "on": "2026-01-02" }] } },
        "pledges": {
         "fr-land": { "nation": "FR", "support": "land", "stage": "firm", "amount": [{ "from": 200, "to": 3000 }], "needs": ["fr"] },
         "de-land": { "nation": "DE", "support": "land", "stages": [{ "stage": "declared", "on": "2026-01-06", "source": "paper" }] },
         "uk-land": { "nation": "GB", "support": "land", "stage": "declined" },
         "gb-land": { "nation": "GB", "support": "land", "stage": "firm", "amount": [{ "from": 7, "to": 7 }] },
         "gb-air": { "nation": "GB", "support": "air", "stage": "firm", "condition": { "contributes": "DE", "with": "air" }, "amount": [{ "from": 1000 }] },
         "de-air": { "nation": "DE", "support": "air", "stage": "firm", "condition": { "contributes": "GB", "with": "air" }, "amount": [{ "from": 500 }] }
        },
        "guarantees": {
         "force": { "title": "The force", "pillar": "multinationalForce", "beneficiary": "UA", "trigger": "ceasefire", "standards": { "some": { "title": "Some", "source": "paper", "requires": { "allOf": [
           "always", { "holds": "ceasefire" }, { "total": "land", "atLeast": 250, "perNationCap": 4 }, { "contributors": "land", "atLeast": 2 }, { "contributes": "FR", "with": "land" },
           { "anyOf": [{ "met": "shield", "standard": "any" }, { "met": "later" }, { "met": "triggered" }, "always"] }, { "atLeast": 1, "of": [{ "total": "land", "atLeast": 1 }] } ] } },
           "both": { "requires": { "allOf": [{ "holds": "ceasefire" }, { "holds": "backstop" }, { "holds": "winter" }] } } } },
         "shield": { "pillar": "other", "beneficiary": "UA", "trigger": "done", "standards": { "any": { "requires": { "contributors": "air", "atLeast": 1 } }, "much": { "requires": { "total": "air", "atLeast": 1500 } } } },
         "triggered": { "pillar": "other", "beneficiary": "UA", "trigger": "backstop", "standards": { "any": { "requires": "always" } } },
         "later": { "pillar": "other", "beneficiary": "UA", "from": "2030-01-01", "standards": { "any": { "requires": "always" } } },
         "past": { "pillar": "other", "beneficiary": "UA", "until": "2020-01-01", "standards": { "any": { "requires": "always" } } },
         "off": { "pillar": "other", "beneficiary": "UA", "trigger": "gone", "standards": { "any": { "requires": "always" } } },
         "lasting": { "pillar": "other", "beneficiary": "UA", "standards": { "ceiling": { "requires": { "total": "land", "atLeast": 101 } }, "figures": { "requires": { "total": "land", "atLeast": 500 } } } }
        }
        """);

    [Fact]
    public void ToText_SomethingOfEverything_Told() => Assert.Equal(
        """
        Small <b> _model_
        =================
          On 2026-02-01, by what was known on 2026-01-10.
          What if granted: circumstance:backstop, amount:fr-land.

          Verdicts
            Guarantee  Standard  Verdict       Secured  Reachable  Required  Short  Unit
            force      some      insufficient
            force      both      contingent
            shield     any       deadlocked
            shield     much      deadlocked    0        0          1,500     1,500  personnel
            triggered  any       sufficient
            later      any       not in force
            past       any       not in force
            off        any       not in force
            lasting    ceiling   sufficient    107      107        101       0      personnel
            lasting    figures   insufficient  107      107        500       393    personnel

          force: The force
            Its trigger 'ceasefire' is unknown; it is evaluated all the same.
            some (Some): insufficient
              by Paper | "A*" (fact)
              all of: insufficient
                always: sufficient
                'ceasefire' holds: contingent (unknown)
                at least 250 of land, at most 4 from each nation, in personnel: insufficient
                  secured 8, short of 242
                    the cap on FR binds: fr-land bring 3,000 and count for 4
                    the cap on GB binds: gb-land bring 7 and count for 4
                  reachable 8, short of 242
                    the cap on FR binds: fr-land bring 3,000 and count for 4
                    the cap on GB binds: gb-land bring 7 and count for 4
                  passed: fr-land 3,000, gb-land 7
                  pending: de-land (no figure)
                  set aside: uk-land (no figure)
                at least 2 nations contribute land: sufficient
                  secured 2: FR, GB
                  reachable 3: DE, FR, GB
                  passed: fr-land, gb-land
                  pending: de-land
                  set aside: uk-land
                FR contributes land: sufficient
                  passed: fr-land
                any of: sufficient
                  'shield' is met by 'any': deadlocked
                  'later' is met: insufficient (not in force)
                  'triggered' is met: sufficient
                  always: sufficient
                at least 1 of: sufficient
                  at least 1 of land, in personnel: sufficient
                    secured 107
                      the ceiling of 'fr' on land binds: fr-land bring 3,000 and count for 100
                    reachable 107
                      the ceiling of 'fr' on land binds: fr-land bring 3,000 and count for 100
                    passed: fr-land 3,000, gb-land 7
                    pending: de-land (no figure)
                    set aside: uk-land (no figure)
              waits on: circumstance:ceasefire
            both: contingent
              all of: contingent
                'ceasefire' holds: contingent (unknown)
                'backstop' holds: sufficient (unknown)
                'winter' holds: contingent (unknown)
              waits on: circumstance:ceasefire, circumstance:winter
              takes as granted together: ceasefire, winter

          shield
            In force: its trigger 'done' has occurred.
            any: deadlocked
              at least 1 nation contributes air: deadlocked
                secured 0
                reachable 0
                possible 2: DE, GB
                locked: gb-air, de-air
              circle: gb-air waits for de-air waits for gb-air
            much: deadlocked
              at least 1,500 of air, in personnel: deadlocked
                secured 0, short of 1,500
                reachable 0, short of 1,500
                possible 1,500
                locked: gb-air 1,000, de-air 500
              circle: gb-air waits for de-air waits for gb-air

          triggered
            In force: its trigger 'backstop' is taken as granted.
            any: sufficient
              always: sufficient

          later
            Not in force: its term begins on 2030-01-01.
            any: not in force
              always: sufficient

          past
            Not in force: its term ended on 2020-01-01.
            any: not in force
              always: sufficient

          off
            Not in force: its trigger 'gone' is ruled out.
            any: not in force
              always: sufficient

          lasting
            In force.
            ceiling: sufficient
              at least 101 of land, in personnel: sufficient
                secured 107
                  the ceiling of 'fr' on land binds: fr-land bring 3,000 and count for 100
                reachable 107
                  the ceiling of 'fr' on land binds: fr-land bring 3,000 and count for 100
                passed: fr-land 3,000, gb-land 7
                pending: de-land (no figure)
                set aside: uk-land (no figure)
            figures: insufficient
              at least 500 of land, in personnel: insufficient
                secured 107, short of 393
                  the ceiling of 'fr' on land binds: fr-land bring 3,000 and count for 100
                reachable 107, short of 393
                  the ceiling of 'fr' on land binds: fr-land bring 3,000 and count for 100
                figures missing from DE: 393 together, if all of it counts, would make it contingent
                passed: fr-land 3,000, gb-land 7
                pending: de-land (no figure)
                set aside: uk-land (no figure)

          Shared use: counted in each of several totals
            force by some, in several totals: fr-land, gb-land, the ceilings of 'fr'
            force and lasting: fr-land, gb-land, the ceilings of 'fr'

          Pledges
            fr-land (FR, land, firm, 200 to 3,000 personnel): passed
            de-land (DE, land, declared): pending
              stage pending: only declared since 2026-01-06, not firm; open: stage:de-land, by Paper | "A*" (fact)
            uk-land (GB, land, declined): failed
              stage failed: declined
            gb-land (GB, land, firm, 7 personnel): passed
            gb-air (GB, air, firm, 1,000 personnel): locked
              condition locked: its condition waits for others who wait in turn: DE contributes air
            de-air (DE, air, firm, 500 personnel): locked
              condition locked: its condition waits for others who wait in turn: GB contributes air

        """,
        Model.On("2026-02-01", "amount:fr-land", "circumstance:backstop").ToText());

    [Fact]
    public void ToMarkdown_SomethingOfEverything_ToldWithItsMarksEscaped() => Assert.Equal(
        """
        # Small \<b\> \_model\_

        - On 2026-02-01, by what was known on 2026-01-10.
        - What if granted: circumstance:backstop, amount:fr-land.

        ## Verdicts

        | Guarantee | Standard | Verdict | Secured | Reachable | Required | Short | Unit |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        | force | some | insufficient |  |  |  |  |  |
        | force | both | contingent |  |  |  |  |  |
        | shield | any | deadlocked |  |  |  |  |  |
        | shield | much | deadlocked | 0 | 0 | 1,500 | 1,500 | personnel |
        | triggered | any | sufficient |  |  |  |  |  |
        | later | any | not in force |  |  |  |  |  |
        | past | any | not in force |  |  |  |  |  |
        | off | any | not in force |  |  |  |  |  |
        | lasting | ceiling | sufficient | 107 | 107 | 101 | 0 | personnel |
        | lasting | figures | insufficient | 107 | 107 | 500 | 393 | personnel |

        ## force: The force

        - Its trigger 'ceasefire' is unknown; it is evaluated all the same.

        ### some (Some): insufficient

        - by Paper \| "A\*" (fact)
        - all of: insufficient
          - always: sufficient
          - 'ceasefire' holds: contingent (unknown)
          - at least 250 of land, at most 4 from each nation, in personnel: insufficient
            - secured 8, short of 242
              - the cap on FR binds: fr-land bring 3,000 and count for 4
              - the cap on GB binds: gb-land bring 7 and count for 4
            - reachable 8, short of 242
              - the cap on FR binds: fr-land bring 3,000 and count for 4
              - the cap on GB binds: gb-land bring 7 and count for 4
            - passed: fr-land 3,000, gb-land 7
            - pending: de-land (no figure)
            - set aside: uk-land (no figure)
          - at least 2 nations contribute land: sufficient
            - secured 2: FR, GB
            - reachable 3: DE, FR, GB
            - passed: fr-land, gb-land
            - pending: de-land
            - set aside: uk-land
          - FR contributes land: sufficient
            - passed: fr-land
          - any of: sufficient
            - 'shield' is met by 'any': deadlocked
            - 'later' is met: insufficient (not in force)
            - 'triggered' is met: sufficient
            - always: sufficient
          - at least 1 of: sufficient
            - at least 1 of land, in personnel: sufficient
              - secured 107
                - the ceiling of 'fr' on land binds: fr-land bring 3,000 and count for 100
              - reachable 107
                - the ceiling of 'fr' on land binds: fr-land bring 3,000 and count for 100
              - passed: fr-land 3,000, gb-land 7
              - pending: de-land (no figure)
              - set aside: uk-land (no figure)
        - waits on: circumstance:ceasefire

        ### both: contingent

        - all of: contingent
          - 'ceasefire' holds: contingent (unknown)
          - 'backstop' holds: sufficient (unknown)
          - 'winter' holds: contingent (unknown)
        - waits on: circumstance:ceasefire, circumstance:winter
        - takes as granted together: ceasefire, winter

        ## shield

        - In force: its trigger 'done' has occurred.

        ### any: deadlocked

        - at least 1 nation contributes air: deadlocked
          - secured 0
          - reachable 0
          - possible 2: DE, GB
          - locked: gb-air, de-air
        - circle: gb-air waits for de-air waits for gb-air

        ### much: deadlocked

        - at least 1,500 of air, in personnel: deadlocked
          - secured 0, short of 1,500
          - reachable 0, short of 1,500
          - possible 1,500
          - locked: gb-air 1,000, de-air 500
        - circle: gb-air waits for de-air waits for gb-air

        ## triggered

        - In force: its trigger 'backstop' is taken as granted.

        ### any: sufficient

        - always: sufficient

        ## later

        - Not in force: its term begins on 2030-01-01.

        ### any: not in force

        - always: sufficient

        ## past

        - Not in force: its term ended on 2020-01-01.

        ### any: not in force

        - always: sufficient

        ## off

        - Not in force: its trigger 'gone' is ruled out.

        ### any: not in force

        - always: sufficient

        ## lasting

        - In force.

        ### ceiling: sufficient

        - at least 101 of land, in personnel: sufficient
          - secured 107
            - the ceiling of 'fr' on land binds: fr-land bring 3,000 and count for 100
          - reachable 107
            - the ceiling of 'fr' on land binds: fr-land bring 3,000 and count for 100
          - passed: fr-land 3,000, gb-land 7
          - pending: de-land (no figure)
          - set aside: uk-land (no figure)

        ### figures: insufficient

        - at least 500 of land, in personnel: insufficient
          - secured 107, short of 393
            - the ceiling of 'fr' on land binds: fr-land bring 3,000 and count for 100
          - reachable 107, short of 393
            - the ceiling of 'fr' on land binds: fr-land bring 3,000 and count for 100
          - figures missing from DE: 393 together, if all of it counts, would make it contingent
          - passed: fr-land 3,000, gb-land 7
          - pending: de-land (no figure)
          - set aside: uk-land (no figure)

        ## Shared use: counted in each of several totals

        - force by some, in several totals: fr-land, gb-land, the ceilings of 'fr'
        - force and lasting: fr-land, gb-land, the ceilings of 'fr'

        ## Pledges

        - fr-land (FR, land, firm, 200 to 3,000 personnel): passed
        - de-land (DE, land, declared): pending
          - stage pending: only declared since 2026-01-06, not firm; open: stage:de-land, by Paper \| "A\*" (fact)
        - uk-land (GB, land, declined): failed
          - stage failed: declined
        - gb-land (GB, land, firm, 7 personnel): passed
        - gb-air (GB, air, firm, 1,000 personnel): locked
          - condition locked: its condition waits for others who wait in turn: DE contributes air
        - de-air (DE, air, firm, 500 personnel): locked
          - condition locked: its condition waits for others who wait in turn: GB contributes air

        """,
        Model.On("2026-02-01", "amount:fr-land", "circumstance:backstop").ToMarkdown());

    [Fact]
    public void ToText_WhatIsAssumed_NamedOneAfterTheOther()
    {
        var text = Given.Model(
            """
            "circumstances": { "ceasefire": { "title": "x", "events": [{ "event": "occurred", "on": "2026-02-01", "assumed": true }] } },
            "approvals": { "fr": { "nation": "FR", "procedure": "priorApproval", "acts": [{ "act": "submitted", "on": "2026-02-02", "assumed": true }] } },
            "pledges": { "p": { "nation": "FR", "support": "land", "stages": [{ "stage": "declared", "on": "2026-02-03", "assumed": true }, { "stage": "firm", "on": "2026-02-04", "assumed": true }] } }
            """).On("2026-02-03").ToText();

        Assert.StartsWith(
            """
            Coalition
            =========
              On 2026-02-03, by what was known on 2026-01-10.
              Assumed, not on record: ceasefire occurred on 2026-02-01; fr submitted on 2026-02-02; p declared on 2026-02-03.

            """, text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToText_AStandardOfAGuaranteeWhoseTriggerIsUnknown_SaysSo() => Assert.Contains(
        "'shield' is met: contingent (its trigger is unknown)\n",
        Given.Model(
            """
            "guarantees": {
              "shield": { "pillar": "other", "beneficiary": "UA", "trigger": "ceasefire", "standards": { "any": { "requires": "always" } } },
              "force": { "pillar": "other", "beneficiary": "UA", "standards": { "any": { "requires": { "met": "shield" } } } }
            }
            """).On("2026-01-10").ToText(), StringComparison.Ordinal);

    [Fact]
    public void ToMarkdown_MarksAndControlCharacters_ShownAsTheyStandOnOneLine()
    {
        var report = Given.Model("\"title\": \"a\\tb\\nc \\\\ ` * _ [ ] < > | # ~ & d\"").On("2026-01-10");

        Assert.StartsWith("# a b c \\\\ \\` \\* \\_ \\[ \\] \\< \\> \\| \\# \\~ \\& d\n\n", report.ToMarkdown(), StringComparison.Ordinal);
        Assert.StartsWith("a b c \\ ` * _ [ ] < > | # ~ & d\n", report.ToText(), StringComparison.Ordinal);
    }
}
