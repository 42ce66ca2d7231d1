// Sends a problem to a service through a generated client and reads it back. Arguments: address, token, file of the problem.
import {
    ArchivesApi,
    Configuration,
    OrganisationsApi,
    PlansApi,
    ProblemFromJSON,
    ProblemToJSON,
} from './client';

declare const process: { argv: string[]; getBuiltinModule(name: string): any };

const [, , basePath, accessToken, file] = process.argv;
const { deepStrictEqual } = process.getBuiltinModule('node:assert');
const { readFileSync } = process.getBuiltinModule('node:fs');

async function run(): Promise<void> {
    const configuration = new Configuration({ basePath, accessToken });
    const page = await new OrganisationsApi(configuration).listOrganisations({ acceptLanguage: 'en' });
    const problem = ProblemFromJSON(JSON.parse(readFileSync(file, 'utf8')));
    problem.interventions?.forEach((each) => (each.parameterVersion = 1)); // as the service writes it
    const plans = new PlansApi(configuration);
    const plan = await plans.createPlan({ organisation: page.items![0].id, newPlan: { title: 'Round trip', problem } });
    const kept = await plans.getProblem({ plan: plan.id });
    deepStrictEqual(ProblemToJSON(kept), ProblemToJSON(problem));
    const archive = await new ArchivesApi(configuration).getArchive({ plan: plan.id });
    deepStrictEqual(await archive.slice(0, 2).text(), 'PK');
}

run();
