-- The share of units that practise grassroots democracy well comes from the rounds of appraisal. What an office has linked itself stays.
update indicator set measures = '[
  {"member": "commune", "part": "numerator", "names": ["appraisal/commune/reached"]},
  {"member": "commune", "part": "denominator", "names": ["appraisal/commune/of"]},
  {"member": "agency", "part": "numerator", "names": ["appraisal/agency/reached"]},
  {"member": "agency", "part": "denominator", "names": ["appraisal/agency/of"]},
  {"member": "enterprise", "part": "numerator", "names": ["appraisal/enterprise/reached"]},
  {"member": "enterprise", "part": "denominator", "names": ["appraisal/enterprise/of"]}]'::jsonb
where catalogue_no = 57 and measures = '[]'::jsonb;
