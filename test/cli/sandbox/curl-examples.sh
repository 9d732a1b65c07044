# Is the key taken?
curl -s http://127.0.0.1:8787/api/auth-status -H 'Authorization: Bearer any'

# Place an order. 00 at the end of the number: a human answers.
curl -s http://127.0.0.1:8787/api/call -H 'Authorization: Bearer any' \
  -H 'Content-Type: application/json' \
  -d '{"phone_number":"+12025550100","assistant":{"prompt":"Say hello."},"force_now":true,"metadata":{"order_key":"k1"}}'

# Find it again by its number. Ten members are required; an empty list filters nothing.
curl -s http://127.0.0.1:8787/api/call/search -H 'Authorization: Bearer any' \
  -H 'Content-Type: application/json' \
  -d '{"to_phone_number":"+12025550100","page":0,"page_size":50,"statuses":[],"results":[],"outcomes":[],"directions":[],"from_phone_numbers":[],"assistant_ids":[],"assignee_ids":[],"campaign_ids":[]}'

# Break the next order on the way back: it is placed, and its connection drops.
curl -s http://127.0.0.1:8787/sandbox/faults -H 'Authorization: Bearer any' \
  -H 'Content-Type: application/json' -d '{"kind":"drop_after","method":"POST","path":"/api/call"}'

# What is to go wrong, and then nothing any more.
curl -s http://127.0.0.1:8787/sandbox/faults -H 'Authorization: Bearer any'
curl -s -X DELETE http://127.0.0.1:8787/sandbox/faults -H 'Authorization: Bearer any'

# How many calls were ever live at once, overall and by concurrency key.
curl -s http://127.0.0.1:8787/sandbox/report -H 'Authorization: Bearer any'

# The whole API, as an OpenAPI 3.1 document. It needs no key.
curl -s http://127.0.0.1:8787/api/openapi.json
