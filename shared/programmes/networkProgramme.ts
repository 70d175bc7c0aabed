import { type Programmes, programmesSchema } from './schema.ts'

/**
 * The programme that comes with the program: an example with the phases of domain.md 1.2, and the counters of 1.4 as
 * they go on since. A federation brings its own by a file (`PROGRAMMES`). Seasons are written as the half-years that
 * begin with March and September; for autumn 2020 no meeting is named.
 */
export const shippedProgrammes: Programmes = programmesSchema.parse({
  levelLabels: {},
  programmes: [
    {
      id: 'netzwerk',
      title: { de: 'Netzwerkpflege in der Region', en: 'Network care in the region' },
      level: 'regionalAssociation',
      roles: [
        {
          id: 'multiplikationsperson',
          title: { de: 'Multiplikationsperson', en: 'Multiplicator' },
        },
        {
          id: 'transparenzperson',
          title: { de: 'Transparenzperson', en: 'Transparency person' },
        },
        {
          id: 'kooperationsperson',
          title: { de: 'Kooperationsperson', en: 'Cooperation person' },
        },
        { id: 'gruppenvertretung', title: { de: 'Gruppenvertretung', en: 'Group delegate' } },
        { id: 'landesbeauftragte', title: { de: 'Landesbeauftragte', en: 'State delegate' } },
      ],
      phases: [
        {
          id: '2017-1',
          title: { de: 'Frühjahr 2017', en: 'Spring 2017' },
          from: '2017-03-01',
          to: '2017-08-31',
          event: { de: 'Frühjahrstreffen der 40', en: 'Spring meeting of the 40' },
          newRole: 'multiplikationsperson',
        },
        {
          id: '2017-2',
          title: { de: 'Herbst 2017', en: 'Autumn 2017' },
          from: '2017-09-01',
          to: '2018-02-28',
          event: {
            de: 'Auswertungstreffen über zwei Tage; Bundesdelegiertenversammlung mit Zwischenbericht',
            en: 'Evaluation meeting of two days; federal delegates’ assembly with interim report',
          },
        },
        {
          id: '2018-1',
          title: { de: 'Frühjahr 2018', en: 'Spring 2018' },
          from: '2018-03-01',
          to: '2018-08-31',
          event: { de: 'Schulung und Frühjahrstreffen', en: 'Training and spring meeting' },
          newRole: 'transparenzperson',
        },
        {
          id: '2018-2',
          title: { de: 'Herbst 2018', en: 'Autumn 2018' },
          from: '2018-09-01',
          to: '2019-02-28',
          event: {
            de: 'Treffen über zwei Tage: Transparenz, Ergebnisse, Netzwerk',
            en: 'Meeting of two days: transparency, results, network',
          },
        },
        {
          id: '2019-1',
          title: { de: 'Frühjahr 2019', en: 'Spring 2019' },
          from: '2019-03-01',
          to: '2019-08-31',
          event: { de: 'Frühjahrstreffen: Kooperation', en: 'Spring meeting: cooperation' },
          newRole: 'kooperationsperson',
        },
        {
          id: '2019-2',
          title: { de: 'Herbst 2019', en: 'Autumn 2019' },
          from: '2019-09-01',
          to: '2020-02-29',
          event: {
            de: 'Treffen über zwei Tage: Kooperation vertiefen',
            en: 'Meeting of two days: deepening cooperation',
          },
        },
        {
          id: '2020-1',
          title: { de: 'Frühjahr 2020', en: 'Spring 2020' },
          from: '2020-03-01',
          to: '2020-08-31',
          event: {
            de: 'Letztes Bundestreffen: eigenständig weitermachen',
            en: 'Last federal meeting: going on independently',
          },
        },
        {
          id: '2021',
          title: { de: 'seit 2021', en: 'since 2021' },
          from: '2021-01-01',
          event: {
            de: 'Das regionale Team allein: mindestens zwei Treffen im Jahr, Netzwerkpflege',
            en: 'The regional team alone: at least two meetings a year, network care',
          },
        },
      ],
      duties: [
        {
          id: 'besuche2017',
          title: { de: 'Besuche', en: 'Visits' },
          roles: ['multiplikationsperson'],
          min: 2,
          per: 'kalenderjahr',
          countMode: 'person',
          evidence: { kind: 'gruppenbesuch' },
          validFrom: '2017-01-01',
          validTo: '2017-12-31',
          source: 'Projekttext 2017: verbindlich mindestens zwei bestehende Gruppen pro Jahr',
        },
        {
          id: 'besuche2018',
          title: { de: 'Besuche', en: 'Visits' },
          roles: ['multiplikationsperson', 'transparenzperson'],
          min: 2,
          per: 'kalenderjahr',
          countMode: 'person',
          evidence: { kind: 'gruppenbesuch' },
          validFrom: '2018-01-01',
          validTo: '2018-12-31',
          source:
            'Projekttext 2018: wieder mindestens zwei; ob je Person oder zu zweit, lässt der Text offen',
        },
        {
          id: 'besuche',
          title: { de: 'Besuche', en: 'Visits' },
          roles: ['multiplikationsperson', 'transparenzperson', 'kooperationsperson'],
          min: 2,
          per: 'kalenderjahr',
          countMode: 'person',
          evidence: { kind: 'gruppenbesuch' },
          validFrom: '2021-01-01',
          source: 'Zähler „Besuche n/2“; der Projekttext nennt ab 2019 keine Zahl',
        },
        {
          id: 'teamtreffen',
          title: { de: 'Teamtreffen', en: 'Team meetings' },
          roles: [],
          min: 2,
          per: 'kalenderjahr',
          countMode: 'team',
          evidence: { kind: 'regionalteam' },
          validFrom: '2021-01-01',
          source: 'Projekttext: ab 2021 trifft sich das Team mindestens zweimal im Jahr',
        },
      ],
      coverage: {
        roles: ['multiplikationsperson', 'transparenzperson', 'kooperationsperson'],
        minPersons: 3,
      },
      groups: { target: 7 },
    },
  ],
})
