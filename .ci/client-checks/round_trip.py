"""Imports every module of a generated client; sends a problem to a service and reads it back.

Arguments: folder of the client, address, token, file of the problem.
"""
import importlib
import pkgutil
import sys
from pathlib import Path

folder, url, token, file = sys.argv[1:]
sys.path.insert(0, folder)
import openapi_client as client  # noqa: E402

for module in pkgutil.walk_packages(client.__path__, "openapi_client."):
    importlib.import_module(module.name)

api = client.ApiClient(client.Configuration(host=url, access_token=token))
organisation = client.OrganisationsApi(api).list_organisations(accept_language="en").items[0].id
problem = client.Problem.from_json(Path(file).read_text(encoding="utf-8"))
for each in problem.interventions:
    each.parameter_version = 1  # as the service writes it
plans = client.PlansApi(api)
plan = plans.create_plan(organisation, client.NewPlan(title="Round trip", problem=problem)).id
if plans.get_problem(plan) != problem:
    sys.exit("The problem that was read back differs from the one that was sent.")
# The generated client asks for problem details alone if an answer can be a file or problem details.
accepted = {"Accept": "application/zip, application/problem+json"}
if not client.ArchivesApi(api).get_archive(plan, _headers=accepted).startswith(b"PK"):
    sys.exit("The archive is no zip file.")
