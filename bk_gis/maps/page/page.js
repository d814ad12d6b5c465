var bkgis=(()=>{var Lt=Object.defineProperty;var Ee=Object.getOwnPropertyDescriptor;var Oe=Object.getOwnPropertyNames;var Pe=Object.prototype.hasOwnProperty;var Ce=(s,t)=>{for(var e in t)Lt(s,e,{get:t[e],enumerable:!0})},Te=(s,t,e,n)=>{if(t&&typeof t=="object"||typeof t=="function")for(let o of Oe(t))!Pe.call(s,o)&&
o!==e&&Lt(s,o,{get:()=>t[o],enumerable:!(n=Ee(t,o))||n.enumerable});return s};var Ae=s=>Te(Lt({},"__esModule",{value:!0}),s);var vs={};Ce(vs,{start:()=>ks});var nt=class{followers=[];follow(t){this.followers.push(t)}show(t){for(let e of this.followers)e(t)}text(t){let e=document.createTextNode("");return this.follow(
n=>{let o=t(n);e.data!==o&&(e.data=o)}),e}attribute(t,e,n){return this.follow(o=>{let r=n(o);t.getAttribute(e)!==r&&Wt(t,e,r)}),t}};function Wt(s,t,e){e===!1||e===
null||e===void 0?s.removeAttribute(t):s.setAttribute(t,e===!0?"":e)}function u(s,t={},...e){let n=document.createElement(s);for(let[o,r]of Object.entries(t))typeof r==
"function"?n.addEventListener(o,r):Wt(n,o,r);return n.append(...e.flat().filter(o=>o!=null)),n}var _e="http://www.w3.org/2000/svg";function $(s,t,...e){let n=document.
createElementNS(_e,s);for(let[o,r]of Object.entries(t))n.setAttribute(o,r);return n.append(...e),n}function z(s,...t){let e=s.contains(document.activeElement)?document.
activeElement.dataset.key:null,n=s.firstChild?s.scrollTop:0;if(s.replaceChildren(...t.flat().filter(Boolean)),n&&(s.scrollTop=n),e){let o=[...s.querySelectorAll(
"[data-key]")].find(r=>r.dataset.key===e);o||(s.tabIndex=-1),(o||s).focus({preventScroll:!0})}}function J(s){let t=null,e=requestAnimationFrame(()=>{e=requestAnimationFrame(
()=>{t=setTimeout(s)})});return()=>{cancelAnimationFrame(e),clearTimeout(t)}}function ot(){return parseFloat(getComputedStyle(document.documentElement).fontSize)}function B(s){let t=new WeakMap;return(e,...n)=>(t.has(e)||t.set(e,s(e,...n)),t.get(e))}var Ft={disc:{largest:18,whole:640,most_painted:.1,least_growth:.7,most_growth:2.2,outline:1.75,edge:"#FFFFFF",gap:3.5,open:3.8,step:.3,halves:8,crowd:300},name:{
beside:4,above:2,corner:2,further:14,steps:13,ways:16,leader:8,joints:32,all_up_to:60},area:{spots:12,around:3,vertices:100,width:2,clear:8,most_marked:30},hatch:{
step:5,width:.8,colour:"#B3A594"},tints:["#F3EBDC","#E3EFE1","#E4EBF5","#F4E6EA","#EFEAF6","#E6F1F2","#F5EFD2","#ECECEC"]};var{disc:M,name:P,area:I,hatch:W}=Ft;function j(s,t,e){let n=0;return s.map((o,r)=>(n+=o*t[r],e*Math.sqrt(n)))}var _=1e5;function Ut(s){let t=[],e=[0,0];for(let n=0,o=0;n<s.length;o^=1){let r=0,i=0,a;do a=s.charCodeAt(n++)-63,r|=(a&31)<<i,i+=5;while(a>=32);e[o]+=r&1?~(r>>
1):r>>1,t.push(e[o])}return t}var D=s=>s<0?~s:s;function Be(s,t){let e=[];for(let n of t){let o=s[D(n)],r=o.length-2;for(let i=e.length?2:0;i<=r;i+=2){let a=n<0?
r-i:i;e.push([o[a+1]/_,o[a]/_])}}return e}var Dt=(s,t)=>(s[t]+2**25)*2**26+s[t+1]+2**25;function $t(s,t){let e=new Uint8Array(s.length),n=t.flat(2);for(let c of n)
e[D(c)]+=1;let o=c=>c<0?Dt(s[~c],s[~c].length-2):Dt(s[c],0),r=c=>o(~c),i=new Map;for(let c of n){if(e[D(c)]!==1)continue;let l=o(c);i.has(l)||i.set(l,[]),i.get(
l).push(c)}let a=[];for(let c of i.values())for(;c.length;){let l=[c.pop()];for(let h=i.get(r(l[0]));h&&h.length;h=i.get(r(l.at(-1))))l.push(h.pop());a.push(l)}
return a}function it(s,[t,e]){let n=!1;for(let o of s)for(let r=0,i=o.length-1;r<o.length;i=r++){let[a,c]=[o[r],o[i]];a[0]>t!=c[0]>t&&e<(c[1]-a[1])*(t-a[0])/(c[0]-
a[0])+a[1]&&(n=!n)}return n}var G=B(({outline:s},{arcs:t})=>s.map(e=>Be(t,e))),U=B(({outline:s},{arcs:t})=>Mt(s.flat().map(e=>t[D(e)])));function Mt(s){let[t,e,
n,o]=[1/0,1/0,-1/0,-1/0];for(let r of s)for(let i=0;i<r.length;i+=2)r[i]<e&&(e=r[i]),r[i]>o&&(o=r[i]),r[i+1]<t&&(t=r[i+1]),r[i+1]>n&&(n=r[i+1]);return[[t/_,e/_],
[n/_,o/_]]}function jt(s,t){let e=s.map(()=>[]);t.rings.forEach((o,r)=>{for(let i of o.flat())e[D(i)].push(r)});let n={commune:[],district:[],subregion:[],outline:[]};
return e.forEach((o,r)=>{let[i,a]=o,c=l=>l[i]!==l[a];o.length<2?n.outline.push(r):c(t.subregion)?n.subregion.push(r):n[c(t.district)?"district":"commune"].push(
r)}),n}function Gt(s){let t=s.communes.arcs.map(a=>Ut(a)),{communes:e,districts:n,clusters:o}=s,r=(a,c)=>$t(t,e.rings.filter((l,h)=>a[h]===c)),i={...s,arcs:t,borders:jt(
t,e),bounds:Mt(t),communes:e.code.map((a,c)=>Object.freeze({code:a,name:e.name[c],unit:e.unit[c],district:e.district[c]??null,subregion:e.subregion[c]??null,outline:e.
rings[c]})),subregions:s.subregions.map((a,c)=>Object.freeze({...a,outline:r(e.subregion,c)})),districts:n.code.map((a,c)=>Object.freeze({code:a,name:n.name[c],
subregion:n.subregion[c]??null,outline:r(e.district,c)})),clusters:o.id.map((a,c)=>Object.freeze({id:a,index:c,name:o.name[c],printed:o.printed[c],location:o.location[c],
district:o.district[c]??null,subregion:o.subregion[c]??null,unit:o.unit[c],communes:o.communes[c],method:o.methods[o.method[c]],latlng:o.x[c]===null?null:[o.y[c]/
_,o.x[c]/_],ha:o.ha.map(l=>l[c])}))};return i.tinted=i.subregions.length?i.subregions:[{tint:s.tint,outline:$t(t,e.rings)}],i.units={commune:i.communes,district:i.
districts,subregion:i.subregions}[i.level],Object.freeze(i)}var F=(s,t)=>s.name??s.label[t];function H(s,t){return{district:s.districts[t.district],subregion:s.
subregions[t.subregion]}}function T(s,t){return s.phases.map(e=>+(t.alone?e.end===t.by:e.end<=t.by))}var Q=s=>Math.round(s*1e6)/1e6;function A(s,t){let e=0;for(let n=0;n<
t.length;n++)e+=s.ha[n]*t[n];return Q(e)}function rt({district:s,subregion:t}){return s===null&&t===null}function q(s,t,e){return t.district!==null?e.district===
t.district:t.subregion!==null?e.subregion===t.subregion:!0}function St(s,t,e=[]){let n=t.map((i,a)=>a).filter(i=>t[i]),o=i=>{if(s&&s[i]!==null)return s[i];let a=e.
map(c=>c?c[i]:null);return a.length&&!a.includes(null)?a.reduce((c,l)=>c+l,0):null},r=n.map(o);return r.length&&!r.includes(null)?Q(r.reduce((i,a)=>i+a,0)):null}
var Ie=B(()=>new Map);function Z(s,{by:t,alone:e}){let n=`${t} ${!!e}`,o=Ie(s);return o.has(n)||o.set(n,Re(s,{by:t,alone:e})),o.get(n)}function Re(s,t){let e=T(
s,t),n=T(s,{...t,alone:!1}),o=()=>({clusters:0,hectares:0,covered:0,of:0,stated:null}),[r,i,a]=[s.districts.map(o),s.subregions.map(o),o()],c={commune:s.communes.
map(o),district:r,subregion:i}[s.level],l=({district:b,subregion:m},w)=>new Set([r[b],i[m],c[w],a]),h=(b,m,w)=>{for(let x of b)x&&(x[m]+=w)},d=new Set;for(let b of s.
clusters){let m=A(b,e);if(m>0){let w=l(b,b.unit);h(w,"clusters",1),h(w,"hectares",m)}A(b,n)>0&&d.add(b.unit)}s.units.forEach((b,m)=>{let w=s.level==="subregion"?
[c[m],a]:l(b,m);h(w,"of",1),d.has(m)&&h(w,"covered",1)});let p=b=>s.districts.filter(b).map(({code:m})=>s.stated.districts[m]);r.forEach((b,m)=>{b.stated=St(s.stated.
districts[s.districts[m].code],e)}),i.forEach((b,m)=>{let w=p(({subregion:x})=>x===m);b.stated=St(s.stated.subregions[s.subregions[m].id],e,w)}),a.stated=St(s.stated.
province,e,p(()=>!0));for(let b of new Set([...r,...i,...c,a]))b.hectares=Q(b.hectares);return{districts:r,subregions:i,units:c,whole:a}}function R(s,t){let{units:e}=Z(
s,{by:t,alone:!1});return e.flatMap(({covered:n},o)=>n?[]:[o])}var C=s=>s.length>I.most_marked,at=({rules:s})=>s.some(({clusters:t})=>t===1);function Ht(s,{by:t,
clusters:e,hectares:n}){let{units:o}=Z(s,{by:t,alone:!1}),r=i=>i.clusters>=(e??0)&&i.hectares>=(n??0)-1e-6;return o.flatMap((i,a)=>r(i)?[]:[a])}var ct={};function qt(s){ct=s}function f(s,t,e={}){if(!ct[t])throw new Error(`words.toml has no '${t}' for the page`);return ct[t][s].replace(/\{(\w+)\}/g,(n,o)=>String(
e[o]))}function Y(s,t){return f(s,ct[`placed ${t}`]?`placed ${t}`:"not placed")}var lt=s=>{let t=null;return()=>t??=s()},Ne={vi:lt(()=>new Intl.NumberFormat("vi",
{maximumFractionDigits:2})),en:lt(()=>new Intl.NumberFormat("en",{maximumFractionDigits:2}))},We={vi:lt(()=>new Intl.DateTimeFormat("en-GB",{day:"2-digit",month:"\
2-digit",year:"numeric",timeZone:"UTC"})),en:lt(()=>new Intl.DateTimeFormat("en-GB",{day:"numeric",month:"long",year:"numeric",timeZone:"UTC"}))};function S(s,t){
return Ne[s]().format(t.toFixed(2))}function Et(s,t){return We[s]().format(new Date(t))}var Fe=/(^| )(b|ch|d|g|h|k|l|m|n|ph|qu|r|s|t|th|tr|v|x)y(?= |$)/g;function ht(s){
return s.normalize("NFD").replace(/[\u0300-\u036f]/g,"").toLowerCase().replace(/đ/g,"d").replace(/[\s-]+/g," ").trim().replace(Fe,"$1$2i")}function Zt(s,t){let e=s===
"vi"?";":",",n=o=>{if(typeof o=="number")return s==="vi"?String(o).replace(".",","):String(o);let r=/^\s*[=+\-@\t\r]/.test(o)?`'${o}`:o;return/[",;\r\n]/.test(r)?
`"${r.replace(/"/g,'""')}"`:r};return`\uFEFF${t.map(o=>o.map(n).join(e)).join(`\r
`)}\r
`}var De=60,Vt=8,Ue=20;function Ot(s,t,e,n,o=1){let r=j(t,e,n),i=Math.max(r.at(-1),1)+o,a=r.map((c,l)=>({radius:c,p:l})).filter(({radius:c,p:l})=>c>(r[l-1]||0));return $(
"svg",{width:2*i,height:2*i,viewBox:`${-i} ${-i} ${2*i} ${2*i}`,"aria-hidden":"true"},...a.reverse().map(({radius:c,p:l})=>$("circle",{r:c,fill:s.phases[l].colour})))}
function ut(s,t){let{lang:e}=t,{number:n,date:o,issuer:r}=s.decision;return[u("h1",{},s.title[e]),u("p",{class:"bk-decision"},`${f(e,"decision",{number:n,date:Et(
e,o)})}, ${r[e]}`)]}function Jt(s,{speak:t,table:e,print:n}){let o=(i,a,c,l={})=>u("button",{type:"button",class:"bk-button","data-key":i,click:c,...l},a),r=s===
"vi"?"en":"vi";return[o("lang",s==="vi"?"English":"Tiếng Việt",()=>t(r),{lang:r}),o("table",f(s,"data"),e),...["A4","A3"].map(i=>o(i.toLowerCase(),`${f(s,"p\
rint")} ${i}`,()=>n(i)))]}function Kt(s,t,e){let n=(C(e)?e.slice(0,Vt):e).map(o=>F(s.units[o],t)).join(", ");return C(e)?f(t,"first of",{names:n,n:e.length-Vt}):
n}function je(s,t){let{lang:e,by:n}=t,o=s.units.length,r=s.levelWords[e],i=s.rules.map(d=>{let p=Ht(s,d),b=[d.clusters>1?`${d.clusters} ${f(e,"clusters")}`:null,
d.hectares===null?null:`${S(e,d.hectares)} ha`].filter(Boolean).join(", "),m=b?f(e,"at least",{least:b}):f(e,"one cluster"),w=p.length?"rule missed":"rule kept",
x={...d,of:o,units:r,what:m,n:o-p.length,missing:Kt(s,e,p)};return{by:d.by,ok:!p.length,words:f(e,w,x),missing:p,of:!b}}),a=R(s,n);if(i.filter(d=>d.of).some(d=>d.
by===n||d.ok&&d.by<n&&!a.length))return i;let l=a.length?f(e,at(s)?"missing":"without",{missing:Kt(s,e,a)}):"",h=f(e,"as of",{by:n,of:o,units:r,n:o-a.length,rest:l});
return[...i,{by:n,ok:at(s)?!a.length:null,words:h,missing:a}]}function dt(s,t,e=null){let{lang:n}=t;return je(s,t).flatMap(({ok:o,words:r,missing:i},a)=>[u("p",
{class:o===null?null:o?"bk-yes":"bk-no"},o===null?null:u("span",{class:"bk-mark","aria-hidden":"true"},o?"✓":"✗"),u("span",{},r)),e&&C(i)?u("details",{class:"\
bk-without"},u("summary",{"data-key":`without${a}`},f(n,"all without",{n:i.length,units:s.levelWords[n]})),u("ul",{},i.map(c=>u("li",{},u("button",{type:"button",
click:()=>e(c)},F(s.units[c],n)))))):null]).filter(Boolean)}function Qt(s,t,e,{set:n,play:o}){let r=s.phases.map((a,c)=>{let l=p=>a.end===p.by,h=u("input",{type:"\
radio",name:"bk-by",value:a.end,"data-key":`by${a.end}`,change:()=>n({by:a.end})});e.follow(p=>{h.checked=l(p)});let d=u("span",{class:"bk-dot",style:`--colour:${a.
colour}`});return e.attribute(u("label",{class:"bk-step"},h,e.attribute(d,"data-on",p=>String(T(s,p)[c])),u("span",{class:"bk-year"},String(a.end)),u("span",{class:"\
bk-label"},a.label[t])),"data-on",p=>l(p)?"1":null)}),i=u("input",{type:"checkbox","data-key":"alone",change:a=>n({alone:a.target.checked})});return e.follow(a=>{
i.checked=a.alone}),[u("fieldset",{class:"bk-steps"},u("legend",{},f(t,"timeline")),u("div",{class:"bk-track"},r)),u("div",{class:"bk-row"},u("button",{type:"bu\
tton",class:"bk-button","data-key":"play",click:o},e.text(({playing:a})=>a?`❚❚ ${f(t,"pause")}`:`▶ ${f(t,"play")}`)),u("label",{class:"bk-check"},i,f(t,"o\
ne phase")))]}function Ge(s,t,e,{name:n,key:o,kind:r,rowOf:i,isOn:a,select:c}){let l=g=>i(Z(s,g)),h=g=>g===null?"–":S(t,g),d=({stated:g,hectares:y})=>g!==null&&
Math.abs(g-y)>.005,p=r!==s.level,b=({covered:g,of:y})=>g===y,m=({covered:g,of:y})=>p?`${g}/${y}`:f(t,g?"yes":"no"),w=g=>u("td",{},e.text(y=>g(l(y)))),x=u("butto\
n",{type:"button","data-key":o,click:c},n);return e.attribute(u("tr",{class:`bk-${r}`},u("th",{scope:"row"},e.attribute(x,"aria-pressed",g=>String(a(g)))),w(({clusters:g})=>String(
g)),w(({hectares:g})=>h(g)),e.attribute(w(({stated:g})=>h(g)),"class",g=>d(l(g))?"bk-differs":null),e.attribute(w(m),"class",g=>at(s)?b(l(g))?"bk-yes":"bk-no":null)),
"data-on",g=>a(g)?"1":null)}function Yt(s,t,e,{select:n}){let o=[{name:f(t,"whole"),key:"whole",kind:"whole",rowOf:({whole:l})=>l,isOn:rt,select:()=>n({})}],r=l=>s.
districts.forEach(({name:h,subregion:d},p)=>{d===l&&o.push({name:h,key:`d${p}`,kind:"district",rowOf:({districts:b})=>b[p],isOn:b=>b.district===p,select:()=>n({
district:p})})});s.subregions.forEach((l,h)=>{s.subregions.length>1&&o.push({name:l.label[t],key:`s${h}`,kind:"subregion",rowOf:({subregions:d})=>d[h],isOn:d=>d.
subregion===h,select:()=>n({subregion:h})}),r(h)}),r(null);let i=[s.level,"clusters","hectares","stated","covered"],a=({alone:l,by:h})=>f(t,l?"covered by":"cove\
red",{by:h}),c={covered:e.text(a),clusters:f(t,"clusters column"),hectares:f(t,"ha")};return u("table",{class:"bk-summary"},u("caption",{},e.text(l=>`${f(t,"sum\
mary")}: ${Pt(s,l)}`)),u("thead",{},u("tr",{},i.map(l=>u("th",{scope:"col"},c[l]||f(t,l))))),u("tbody",{},o.map(l=>Ge(s,t,e,l))))}function Pt(s,t){let e=s.phases.
find(({end:n})=>n===t.by);return t.alone?e.label[t.lang]:f(t.lang,"up to",{by:t.by}).toLocaleLowerCase(t.lang)}function X(s,t){let e=T(s,t);return s.clusters.filter(
n=>A(n,e)>0&&q(s,t,n))}function tt(s,t){return t.district!==null?s.districts[t.district].name:t.subregion!==null?s.subregions[t.subregion].label[t.lang]:f(t.lang,
"whole")}function Xt(s,t,{open:e,hover:n}){let{lang:o}=t,r=T(s,t),i=X(s,t),a=i.reduce((d,p)=>d+A(p,r),0),c=d=>u("li",{},u("button",{type:"button","data-key":`c${d.
index}`,"aria-current":t.cluster===d.index?"true":null,click:()=>e(d.index),focus:()=>n(d.index),blur:()=>n(-1),mouseenter:()=>n(d.index),mouseleave:()=>n(-1)},
u("span",{class:"bk-glyph"},Ot(s,d.ha,r,1.6)),u("span",{class:"bk-name"},d.name,d.latlng?null:` (${f(o,"not placed")})`),u("span",{class:"bk-ha"},`${S(o,A(d,r))}\
 ha`))),l=i.length>De?i.slice(0,Ue):i,h=i.length-l.length;return[u("h2",{},`${tt(s,t)}: ${i.length} ${f(o,"clusters")}, ${S(o,a)} ha`),u("ul",{class:"bk-list"},
l.map(c)),h>0?u("p",{},f(o,s.districts.length?"more":"more without districts",{n:S(o,h)})):null]}function mt(s,t){let{boundaries:e}=s;return[u("p",{},f(t,"indic\
ative")),u("p",{},e.note[t]," ",f(t,"boundaries date",{date:Et(t,e.date)}),"."),u("p",{},`${f(t,"source")}: ${s.decision.number}; ${e.credit}.`)]}function He(s,t,e){let n=[...s.legend].reverse().map(d=>({ha:d,r:j([d],[1],e)[0]})),o=n[0].r,[r,i]=[o+1,2*o+7],a=13,c=-a/2,l=n.flatMap(({ha:d,r:p})=>{let b=i-2*
p;return c=Math.max(b,c+a),[$("circle",{cx:r,cy:i-p,r:p,fill:"none",stroke:"#1c2329","stroke-width":1.2}),$("path",{d:`M${r} ${b} L${r+o+6} ${c} H${r+o+12}`,fill:"\
none",stroke:"#1c2329","stroke-width":.7}),$("text",{x:r+o+15,y:c+4,fill:"#1c2329"},`${S(t,d)} ha`)]}),h=Math.max(i+2,c+a/2+2);return $("svg",{class:"bk-circles",
width:r+o+70,height:h,"aria-hidden":"true"},...l)}function qe(s){let[t,e]=[s.phases[0],s.phases.at(-1)];return $("svg",{width:30,height:30,viewBox:"-15 -15 30 3\
0","aria-hidden":"true"},$("circle",{r:14,fill:e.colour}),$("circle",{r:10,fill:t.colour}))}function Ze(s,{lang:t,by:e}){let n=R(s,e);if(!n.length)return null;let o=f(
t,`${s.level} without`);if(!C(n))return u("p",{class:"bk-missing"},`✗ ${o}`);let r=[-2,-1,0,1,2].map(i=>`M${i*W.step*Math.SQRT2} 14 l14 -14`).join("");return u(
"p",{class:"bk-hatched"},$("svg",{class:"bk-swatch",width:18,height:14,viewBox:"0 0 18 14","aria-hidden":"true"},$("path",{d:r,stroke:W.colour,"stroke-width":W.
width,fill:"none"})),o)}function ft(s,t,e){let{lang:n}=t,o=s.legend.map(r=>`${S(n,r)} ha`).join(", ");return[u("ul",{class:"bk-phases"},s.phases.map(r=>u("li",{},
u("span",{class:"bk-swatch bk-round",style:`--colour:${r.colour}`}),r.label[n]))),u("div",{class:"bk-sizes",role:"img","aria-label":`${f(n,"size")}: ${o}`},u("s\
pan",{},f(n,"size")),He(s,n,e)),s.phases.length>1?u("p",{class:"bk-ring"},qe(s),u("span",{},f(n,"ring"))):null,u("ul",{class:"bk-tints"},s.subregions.map(r=>u("\
li",{},u("span",{class:"bk-swatch",style:`--colour:${r.tint}`}),r.label[n]))),Ze(s,t),rt(t)?null:u("p",{class:"bk-note"},f(n,"faded",{name:tt(s,t)})),u("p",{class:"\
bk-note bk-left-out"},f(n,"some")),u("p",{class:"bk-note"},f(n,"indicative"))].filter(Boolean)}var gt=class{constructor(t){this.page=t,this.all=null}render(){let{map:t,view:e,clusters:n,state:{lang:o}}=this.page,r=({target:a})=>{e.legendOpen=a.open,n.drawSoon()};
for(let a of this.all||[])a.remove();this.layerBox=u("div"),this.legendBox=u("div");let i=()=>{this.page.select({}),e.fitWhole()};this.all=[L.control.zoom({position:"\
topleft",zoomInTitle:f(o,"zoom in"),zoomOutTitle:f(o,"zoom out")}),pt("topleft","leaflet-bar bk-home",u("button",{type:"button",title:f(o,"view all"),"aria-labe\
l":f(o,"view all"),click:i},"⌂")),pt("topright","bk-card bk-layers",u("details",{toggle:()=>n.drawSoon()},u("summary",{},f(o,"layers")),this.layerBox)),pt("bo\
ttomleft","bk-card bk-legend",u("details",{open:e.legendOpen,toggle:r},u("summary",{},f(o,"legend")),this.legendBox)),pt("bottomright","bk-north",Ve(f(o,"north"))),
L.control.scale({position:"bottomright",imperial:!1,maxWidth:140})];for(let a of this.all)a.addTo(t);this.renderLayers(),this.renderLegend()}renderLayers(){if(!this.
all)return;let{layers:t,state:{lang:e}}=this.page;z(this.layerBox,t.list(e).map(({key:n,label:o,on:r})=>u("label",{class:"bk-check"},u("input",{type:"checkbox",
checked:r,"data-key":`layer-${n}`,change:i=>t.toggle(n,i.target.checked)}),o)))}renderLegend(){if(!this.all)return;let{plan:t,state:e,clusters:n}=this.page;this.
legendBox.replaceChildren(...ft(t,e,n.scale()))}};function pt(s,t,...e){let n=new L.Control({position:s});return n.onAdd=()=>{let o=u("div",{class:t},...e);return L.
DomEvent.disableClickPropagation(o).disableScrollPropagation(o),o},n}function Ve(s){return $("svg",{viewBox:"0 0 24 34",width:24,height:34,role:"img","aria-labe\
l":s},$("path",{d:"M12 10 L19 32 L12 27.5 L5 32 Z",fill:"#1c2329"}),$("path",{d:"M12 10 L12 27.5 L5 32 Z",fill:"#ffffff",stroke:"#1c2329","stroke-width":1}),$("\
path",{d:"M9 8 V1 L15 8 V1",fill:"none",stroke:"#1c2329","stroke-width":1.6}))}function te(s,t,e){return t.communes.map(n=>`${s.communes[n].unit} ${s.communes[n].name}`).join(f(e,"and"))}function Ke(s){return s.ha.findIndex(t=>t>0)}function ee(s,t,e){
let n=s.phases.map(()=>1),{district:o,subregion:r}=H(s,t),i=s.phases.map((l,h)=>({phase:l,p:h,ha:t.ha[h]})).filter(({ha:l})=>l>0).map(({phase:l,p:h,ha:d})=>u("t\
r",{},u("th",{scope:"row"},u("span",{class:"bk-swatch",style:`--colour:${l.colour}`}),l.label[e]),u("td",{},f(e,h===Ke(t)?"founding":"expansion")),u("td",{},`${S(
e,d)} ha`))),a=(l,h)=>[u("dt",{},f(e,l)),u("dd",{},h)],c=te(s,t,e);return u("div",{class:"bk-popup",tabindex:"0",role:"group","aria-label":t.name},u("h2",{tabindex:"\
-1"},Ot(s,t.ha,n,1.8),t.name),u("table",{},u("caption",{class:"bk-unseen"},f(e,"area")),u("tbody",{},i),u("tfoot",{},u("tr",{},u("th",{scope:"row",colspan:"2"},
f(e,"total")),u("td",{},`${S(e,A(t,n))} ha`)))),u("dl",{},o?a("district",o.name):null,r?a("subregion",r.label[e]):null,a("printed",t.printed),a("location",t.location),
a("place",c?`${c} (${Y(e,t.method)})`:Y(e,t.method)),a("annex row",t.id)),u("p",{class:"bk-note"},f(e,"indicative")))}function se(s,t,e,n){let{district:o,subregion:r}=H(
s,t),i=s.clusters.filter(({communes:c})=>c.includes(s.communes.indexOf(t))),a=s.phases.map(()=>1);return u("div",{class:"bk-popup"},u("h2",{},`${t.unit} ${t.name}`),
u("p",{},[o?.name,r?.label[e]].filter(Boolean).join("; ")),i.length?u("ul",{class:"bk-here"},i.map(c=>u("li",{},u("button",{type:"button",class:"bk-button",click:()=>n(
c.index)},`${c.name}: ${S(e,A(c,a))} ha`)))):null)}function ne(s,t){let{lang:e}=t,n=T(s,t),o=[f(e,"annex row"),f(e,"name"),f(e,"printed"),f(e,"location"),...s.districts.
length?[f(e,"district")]:[],...s.subregions.length?[f(e,"subregion")]:[],...s.phases.map(i=>`${i.label[e]} (ha)`),`${f(e,"total")} (ha)`,f(e,"place")],r=X(s,t).
map(i=>{let{district:a,subregion:c}=H(s,i),l=i.ha.map((d,p)=>d*n[p]),h=te(s,i,e);return[i.id,i.name,i.printed,i.location,...s.districts.length?[a?.name??""]:[],
...s.subregions.length?[c?.label[e]??""]:[],...l,A(i,n),h?`${h}: ${Y(e,i.method)}`:Y(e,i.method)]});return[o,...r]}var Ct=500;function oe(s,t){let{lang:e}=t,[n,
...o]=ne(s,t),r=d=>u("td",{class:typeof d=="number"?"bk-number":null},typeof d=="number"?d?S(e,d):"–":d),i=u("tbody"),a=0,c=u("button",{type:"button",class:"b\
k-button",click:()=>l()}),l=()=>{i.append(...o.slice(a,a+Ct).map(d=>u("tr",{},d.map(r)))),a=Math.min(o.length,a+Ct),c.hidden=a===o.length,c.textContent=f(e,"mor\
e rows",{n:Math.min(Ct,o.length-a)})};l();let h=u("dialog",{class:"bk-table","aria-labelledby":"bk-table-title"},u("header",{},u("h2",{id:"bk-table-title"},f(e,
"data")),u("button",{type:"button",class:"bk-button",click:()=>Je(s,t)},f(e,"download")),u("button",{type:"button",class:"bk-button",click:()=>h.close()},f(e,"c\
losed"))),u("p",{},f(e,"copied")),u("div",{class:"bk-scroll",tabindex:"0",role:"region","aria-labelledby":"bk-table-title"},u("table",{},u("thead",{},u("tr",{},
n.map(d=>u("th",{scope:"col"},d)))),i),c));h.addEventListener("close",()=>h.remove()),document.body.append(h),h.showModal()}function Je(s,t){let e=Zt(t.lang,ne(
s,t)),n=u("a",{href:URL.createObjectURL(new Blob([e],{type:"text/csv;charset=utf-8"})),download:`ccn-${t.by}.csv`});n.click(),setTimeout(()=>URL.revokeObjectURL(
n.href),1e4)}var V=L.Renderer.extend({options:{padding:.2},initialize(s,t){L.Renderer.prototype.initialize.call(this,t),this.plan=s,this.print=null},paint(s){this.print=s,this.
_update()},_initContainer(){this._container=document.createElement("canvas"),this._container.setAttribute("aria-hidden","true"),this.context=this._container.getContext(
"2d")},_destroyContainer(){this._container.remove(),delete this._container,delete this.context},_updatePaths(){},_reset(){this._update()},_update(){if(this._map.
_animatingZoom&&this._bounds)return;L.Renderer.prototype._update.call(this);let s=this._bounds.getSize(),t=this.print?this.print.ratio:window.devicePixelRatio||
1;L.DomUtil.setPosition(this._container,this._bounds.min),this._container.width=Math.round(t*s.x),this._container.height=Math.round(t*s.y),this._container.style.
width=`${s.x}px`,this._container.style.height=`${s.y}px`,this.ratio=t,this.draw({blank:!0}),this.fire("update")},begin(s=!1){let{context:t,ratio:e}=this;if(!t||
!this._bounds)return!1;let{min:n}=this._bounds;return t.setTransform(1,0,0,1,0,0),s||t.clearRect(0,0,this._container.width,this._container.height),t.setTransform(
e,0,0,e,-n.x*e,-n.y*e),!0}});var K=2**20,Qe=.6,re=V.extend({options:{pane:"bkGround"},initialize(s,t){V.prototype.initialize.call(this,s,t),this.shows={subregions:!0,districts:!0,communes:!0},
this.opacity=1,this.hatched=[],this.base=L.CRS.EPSG3857.latLngToPoint(L.latLng(s.bounds[0]),0),this.arcs=s.arcs.map(e=>this.local(e)),this.paths=new Map},local(s){
let t=new Float64Array(s.length),e=256/360*K;for(let n=0;n<s.length;n+=2){let o=Math.sin(s[n+1]/_*Math.PI/180);t[n]=(s[n]/_+180)*e-this.base.x*K,t[n+1]=(.5-Math.
log((1+o)/(1-o))/(4*Math.PI))*256*K-this.base.y*K}return t},pathsAt(s){let t=Math.ceil(s*2)/2;if(!this.paths.has(t)){let e=Qe*K/2**t,n=this.arcs.map(i=>Ye(i,e)),
o=(i,a)=>ie(i,n[a],!0),r=(i,a)=>(a.forEach((c,l)=>ie(i,n[D(c)],l===0,c<0)),i);this.paths.set(t,{fills:this.plan.tinted.map(({outline:i})=>i.reduce(r,new Path2D)),
area:B(i=>i.reduce((a,c)=>this.plan.units[c].outline.reduce(r,a),new Path2D)),...Object.fromEntries(Object.entries(this.plan.borders).map(([i,a])=>[i,a.reduce(o,
new Path2D)]))})}return this.paths.get(t)},hatch(s){String(s)!==String(this.hatched)&&(this.hatched=s,this.draw())},drawHatching(s){let{context:t,_bounds:{min:e,
max:n},ratio:o}=this,[r,i]=[n.y-e.y,W.step*Math.SQRT2];t.save(),t.clip(s,"evenodd"),t.setTransform(o,0,0,o,-e.x*o,-e.y*o),t.setLineDash([]),t.strokeStyle=W.colour,
t.lineWidth=W.width,t.beginPath();for(let a=Math.ceil((e.x+e.y)/i)*i;a<n.x+n.y;a+=i)t.moveTo(a-n.y,n.y),t.lineTo(a-n.y+r,e.y);t.stroke(),t.restore()},draw({blank:s=!1}={}){
if(!this.begin(s))return;let t=this.context,e=this._map.getZoom(),n=this._map.getPixelOrigin(),o=2**e/K;t.transform(o,0,0,o,this.base.x*2**e-n.x,this.base.y*2**
e-n.y),t.lineJoin="round",t.lineCap="round";let r=this.pathsAt(e),i=(h,d,p,b=[])=>{t.strokeStyle=d,t.lineWidth=p/o,t.setLineDash(b.map(m=>m/o)),t.stroke(h)},{subregions:a,
districts:c,communes:l}=this.shows;a&&(t.globalAlpha=this.opacity,r.fills.forEach((h,d)=>{t.fillStyle=this.plan.tinted[d].tint,t.fill(h,"evenodd")}),t.globalAlpha=
1),C(this.hatched)&&this.drawHatching(r.area(this.hatched)),l&&i(r.commune,a?"#ffffff":"#c3cad0",1.1),c&&i(r.district,"#8a949c",1.2,[5,3]),a&&(i(r.subregion,"#4\
a545c",1.6),i(r.outline,"#4a545c",1.8))}});function Ye(s,t){let e=s.length-2,n=[s[0],s[1]],[o,r]=n;for(let i=2;i<=e;i+=2)i<e&&Math.abs(s[i]-o)<t&&Math.abs(s[i+1]-
r)<t||([o,r]=[s[i],s[i+1]],n.push(o,r));return n}function ie(s,t,e,n=!1){let o=t.length-2;for(let r=0;r<=o;r+=2){let i=n?o-r:r;r===0&&e?s.moveTo(t[i],t[i+1]):s.
lineTo(t[i],t[i+1])}return s}function ae([[s,t],[e,n]]){let o=[1,.5,.25,.1,.05].find(m=>(e-s)/m>=3)||.05,r=L.layerGroup(),i={interactive:!1,color:"#2b6f77",weight:.7,
opacity:.7},a=m=>Math.floor(m/o)*o,c=(m,w,x)=>{r.addLayer(L.polyline(m,i));let g=document.createElement("span");g.textContent=w,r.addLayer(L.marker(x,{interactive:!1,
keyboard:!1,icon:L.divIcon({className:"bk-degree",html:g,iconSize:null})}))},l=(m,w)=>{let x=Math.round(m*60);return`${Math.floor(x/60)}°${String(x%60).padStart(
2,"0")}′${w}`},[h,d]=[a(s),a(t)],[p,b]=[a(e)+o,a(n)+o];for(let m=d;m<=b+1e-9;m+=o)c([[h,m],[p,m]],l(m,"E"),[p,m]);for(let m=h;m<=p+1e-9;m+=o)c([[m,d],[m,b]],l(
m,"N"),[m,d]);return r}var ce={clusters:"markers",labels:"labels",subregions:"subregions",districts:"districts",districtNames:"district names",communes:"borders",without:"names withou\
t",graticule:"graticule"},bt=class{constructor(t,e,{backdrop:n,clusters:o}){Object.assign(this,{map:t,plan:e,backdrop:n,clusters:o}),this.on=Object.fromEntries(
Object.keys(ce).map(r=>[r,!["graticule","without"].includes(r)])),this.foreign=[]}toggle(t,e){this.on[t]=e,t==="graticule"&&(this.graticule??=ae(this.plan.bounds));
let n=t==="graticule"?this.graticule:this.foreign.find(o=>o.key===t)?.layer;n&&e?this.map.addLayer(n):n?this.map.removeLayer(n):this.drawParts()}drawParts(){let{
clusters:t,subregions:e,districts:n,communes:o,labels:r,districtNames:i,without:a}=this.on;this.backdrop.shows={subregions:e,districts:n,communes:o},this.clusters.
hidden=!t,this.clusters.names.shows={clusters:r,districts:i,communes:o,without:a},this.backdrop.draw(),this.clusters.draw()}addForeign(t){this.foreign=t.map(([e,
n],o)=>({key:`foreign${o}`,label:e,layer:n})),this.map.on("layeradd layerremove",({layer:e})=>{e instanceof L.GridLayer&&this.showGround()}),this.showGround()}showGround(){
let t=this.foreign.some(({layer:e})=>e instanceof L.GridLayer&&this.map.hasLayer(e));this.backdrop.opacity=t?.35:1,this.backdrop.draw()}list(t){let e=c=>c[0].toLocaleUpperCase(
"vi")+c.slice(1),{districts:n,subregions:o,phases:r}=this.plan,i=[...n.length?[]:["districts","districtNames"],...o.length?[]:["subregions"],...r.some(({end:c})=>C(
R(this.plan,c)))?[]:["without"]];return[...Object.entries(ce).filter(([c])=>!i.includes(c)).map(([c,l])=>({key:c,on:this.on[c],label:e(f(t,l))})),...this.foreign.
map(({key:c,label:l,layer:h})=>({key:c,on:this.map.hasLayer(h),label:h instanceof L.GridLayer?`${l} (${f(t,"network")})`:l}))]}};var wt=class{constructor(t){this.page=t,this.cluster=null,this.commune=null,t.map.on("popupclose",({popup:e})=>this.closed(e))}open(t,{focus:e=!0}={}){let{page:n}=this,
{map:o,plan:r}=n;if(this.reopening=!0,this.cluster&&this.cluster.remove(),this.reopening=!1,this.cluster=null,t===null)return;let i=r.clusters[t];A(i,T(r,n.state))||
n.set({by:r.phases[i.ha.findIndex(w=>w>0)].end});let{x:a,y:c,radii:l}=i.latlng?n.clusters.disc(i):{radii:[0]},h=i.latlng?o.layerPointToLatLng([a,c]):o.getCenter();
this.openedFromList=n.boxes.list.contains(document.activeElement);let d=n.view.isWide()?n.view.padding(10).paddingTopLeft[0]:60,p=ee(r,i,n.state.lang),b=Math.min(
24*n.view.rem,o.getSize().x-d-60),m=-Math.round(l.at(-1)||8);this.cluster=this.show(h,p,{maxWidth:b,minWidth:Math.min(18*n.view.rem,b),offset:[0,m],autoPanPaddingTopLeft:[
d,50]}),n.view.reveal(),e&&p.querySelector("h2").focus({preventScroll:!0})}name(t){let{plan:e,state:n}=this.page,o=e.communes.find(i=>L.latLngBounds(U(i,e)).contains(
t)&&it(G(i,e),[t.lat,t.lng]));if(!o)return;let r=se(e,o,n.lang,i=>this.page.set({cluster:i}));this.commune=this.show(t,r,{maxWidth:260})}show(t,e,n){let o=L.popup(
n).setLatLng(t).setContent(e).openOn(this.page.map);return o.getElement().querySelector(".leaflet-popup-close-button").setAttribute("aria-label",f(this.page.state.
lang,"closed")),o}renew(){let{cluster:t}=this.page.state;t!==null&&this.cluster&&this.open(t,{focus:!1}),this.commune?.isOpen()&&this.name(this.commune.getLatLng())}closed(t){
let{map:e,state:n,boxes:o}=this.page;if(t!==this.cluster||n.cluster===null||this.reopening)return;let r=t.getElement().contains(document.activeElement);this.page.
set({cluster:null});let i=o.list.querySelector(`[data-key="c${n.cluster}"]`);r&&(this.openedFromList&&i?i:e.getContainer()).focus({preventScroll:!0})}};var Xe=60;function ts(s,t){let{lang:e}=t,n=T(s,t),o=Z(s,t),r=g=>g?S(e,Q(g)):"–",i=g=>[...g.map((y,v)=>r(y*n[v])),r(g.reduce((y,v,E)=>y+v*n[E],0))],a=(g,y,v)=>u(
"tr",{class:g},u("th",{scope:"row"},y),i(v).map(E=>u("td",{},E))),c=g=>s.phases.map((y,v)=>g.reduce((E,k)=>E+k.ha[v],0)),l=X(s,t),h=g=>`${g.id}. ${g.name}${g.latlng?
"":` (${f(e,"not placed")})`}`,d=g=>q(s,t,{...s.units[g],[s.level]:g}),p=g=>s.clusters.find(y=>y.unit===g)?.index??1/0,b=g=>l.filter(({unit:y})=>y===g),m=s.units.
map((g,y)=>y).filter(g=>b(g).length||s.level!=="commune"&&d(g)),w=g=>l.length>Xe?[]:g.map(y=>a("bk-cluster",h(y),y.ha)),x=m.sort((g,y)=>p(g)-p(y)).flatMap(g=>{let y=o.
units[g].covered?"":` (${f(e,"no")})`;return[a("bk-district",F(s.units[g],e)+y,c(b(g))),...w(b(g))]});return u("table",{},u("caption",{},`${tt(s,t)}: ${f(e,"siz\
e").toLocaleLowerCase(e)}, ${Pt(s,t)}`),u("thead",{},u("tr",{},u("th",{scope:"col"},f(e,s.level)),s.phases.map(g=>u("th",{scope:"col"},g.id)),u("th",{scope:"col"},
f(e,"total")))),u("tbody",{},x,w(b(null)),a("bk-total",f(e,"total"),c(l))))}function le(s,t,e){return[u("div",{class:"bk-sheet-column"},ut(s,t),dt(s,t),ts(s,t),
u("footer",{},mt(s,t.lang))),u("div",{class:"bk-sheet-legend"},ft(s,t,e))]}function he({map:s,whole:t,sheet:e,parts:n,paint:o}){let r=null,i=u("style");document.
head.append(i);let a=document.documentElement,c=l=>{i.textContent=`@page { size: ${l} landscape; margin: 8mm; }`,a.dataset.paper=l};return c("A4"),window.addEventListener(
"beforeprint",()=>{if(r)return;let l=s.getBounds();r={center:s.getCenter(),zoom:s.getZoom()},s.closePopup(),a.classList.add("bk-printing"),s.invalidateSize({animate:!1,
pan:!1});let h=l.contains(t())?[t(),[.27*s.getSize().x,6]]:[l,[6,6]];s.fitBounds(h[0],{animate:!1,paddingTopLeft:h[1],paddingBottomRight:[6,6]}),e.replaceChildren(
...n()),o(a.dataset.paper==="A3"?{ratio:3,text:1.4}:{ratio:4,text:1})}),window.addEventListener("afterprint",()=>{r&&(a.classList.remove("bk-printing"),e.replaceChildren(),
o(null),s.invalidateSize({animate:!1,pan:!1}),s.setView(r.center,r.zoom,{animate:!1}),r=null)}),l=>{c(l),window.print()}}var es=B(s=>{let t=(e,n,o,r,i=[])=>({kind:e,item:n,index:o,keys:r.map(ht),places:i.map(ht)});return[...s.clusters.map((e,n)=>t("cluster",e,n,[e.name,e.printed],
e.communes.map(o=>s.communes[o].name))),...s.districts.map((e,n)=>t("district",e,n,[e.name])),...s.communes.map((e,n)=>t("commune",e,n,[e.name,`${e.unit} ${e.name}`]))]});
function ss(s,t,e=12){let n=ht(t).replace(/^(ccn|cum cong nghiep|cum) (?=.)/,"");if(!n)return[];let o=({keys:r})=>r.includes(n)?0:r.some(i=>i.startsWith(n))?1:r.
some(i=>` ${i}`.includes(` ${n}`))?2:r.some(i=>i.includes(n))?3:4;return es(s).filter(({keys:r,places:i})=>[...r,...i].some(a=>a.includes(n))).map(r=>({...r,rank:o(
r)})).sort((r,i)=>r.rank-i.rank).slice(0,e)}function ue(s,t,e){let n=f(t,s.districts.length?"search":"search without districts"),o=u("ul",{id:"bk-found",role:"l\
istbox","aria-label":n,hidden:!0}),r=u("span",{class:"bk-unseen",role:"status"}),i=[],a=-1,c=u("input",{type:"search",id:"bk-query",role:"combobox","aria-expand\
ed":"false","aria-controls":"bk-found","aria-autocomplete":"list","aria-label":n,placeholder:n,autocomplete:"off","data-key":"search"}),l=m=>{c.value=m.item.name,
d([]),e(m)},h=({kind:m,item:w})=>m==="district"?f(t,"district"):[m==="cluster"?f(t,"cluster"):w.unit,H(s,w).district?.name].filter(Boolean).join(", ");function d(m){
i=m,a=m.length?0:-1,o.replaceChildren(...m.map((w,x)=>u("li",{id:`bk-found-${x}`,role:"option","aria-selected":String(x===a),mousedown:g=>{g.preventDefault(),l(
w)}},u("strong",{},w.item.name),u("small",{},h(w))))),o.hidden=!m.length,c.setAttribute("aria-expanded",String(!!m.length)),p()}function p(){[...o.children].forEach(
(m,w)=>m.setAttribute("aria-selected",String(w===a))),a>=0?c.setAttribute("aria-activedescendant",`bk-found-${a}`):c.removeAttribute("aria-activedescendant"),o.
children[a]&&o.children[a].scrollIntoView({block:"nearest"})}c.addEventListener("input",()=>{d(ss(s,c.value));let m=c.value.trim()&&!i.length;r.textContent=m?f(
t,"none found"):i.length?f(t,"found",{n:i.length}):"",b.dataset.none=m?f(t,"none found"):""}),c.addEventListener("keydown",m=>{if(m.key==="ArrowDown"||m.key==="\
ArrowUp"){m.preventDefault();let w=m.key==="ArrowDown"?1:-1;i.length&&(a=(a+w+i.length)%i.length),p()}else m.key==="Enter"&&i[a]?(m.preventDefault(),l(i[a])):m.
key==="Escape"&&d([]);m.stopPropagation()}),c.addEventListener("blur",()=>d([]));let b=u("div",{class:"bk-search",role:"search"},c,o,r);return b}function de(s){return{by:s.by,alone:!1,lang:s.lang,district:null,subregion:null,cluster:null,playing:!1}}function me(s,t){let e=de(s),n=new URLSearchParams;return t.
by!==e.by&&n.set("by",t.by),t.alone&&n.set("alone","1"),t.lang!==e.lang&&n.set("lang",t.lang),t.district!==null&&n.set("district",s.districts[t.district].code),
t.subregion!==null&&n.set("subregion",s.subregions[t.subregion].id),t.cluster!==null&&n.set("cluster",s.clusters[t.cluster].id),n.toString()}function Tt(s,t){let e=new URLSearchParams(
t.replace(/^#/,"")),n=de(s),o=(i,a,c)=>{let l=i.findIndex(h=>h[a]===e.get(c));return l<0?null:l},r=Number(e.get("by"));return s.phases.some(i=>i.end===r)&&(n.by=
r),["vi","en"].includes(e.get("lang"))&&(n.lang=e.get("lang")),n.alone=e.get("alone")==="1",n.district=o(s.districts,"code","district"),n.subregion=n.district===
null?o(s.subregions,"id","subregion"):null,n.cluster=o(s.clusters,"id","cluster"),n}var At="#1c2329",ns="#ffffff",os=4;function _t(s,t,e){for(let n of[!0,!1]){let o=t.filter(r=>r.dim===n);is(s,o.filter(({x:r,y:i,r:a,anchor:c})=>Math.hypot(r-c[0],
i-c[1])>=a),n);for(let r of o)zt(s,r,e)}}function is(s,t,e){s.globalAlpha=e?.25:1,s.strokeStyle=At,s.fillStyle=At,s.lineWidth=1.25,s.beginPath();for(let{x:n,y:o,
anchor:r}of t)s.moveTo(n,o),s.lineTo(...r);s.stroke(),s.beginPath();for(let[n,o]of new Map(t.map(({point:r,anchor:i})=>[r,i])).values())s.moveTo(n+2.2,o),s.arc(
n,o,2.2,0,2*Math.PI);s.fill()}function zt(s,{x:t,y:e,r:n,radii:o,dim:r},i,a=!1){let c=(l,h)=>{s.fillStyle=h,s.beginPath(),s.arc(t,e,l,0,2*Math.PI),s.fill()};s.globalAlpha=
r&&!a?.22:1,a&&c(n+4,At),a?c(n+1.5,ns):n>os&&c(n+M.outline,M.edge);for(let l=o.length-1;l>=0;l--)o[l]>(o[l-1]||0)&&c(o[l],i[l].colour);s.globalAlpha=1}var rs=Math.PI*(3-Math.sqrt(5)),fe=64,as=1-1e-6;function be(s,t,e=s.length>M.crowd){let[n,o]=[M.gap*t,M.open*t],r=new Map,i=s.map(({x:l,y:h})=>{let d=`${l} ${h}`;
r.has(d)||r.set(d,{x:l,y:h,discs:0,next:0,standing:[]});let p=r.get(d);return p.discs+=1,p}),a=[];for(let l of r.values())e||(l.standing=a),l.discs>1&&l.standing.
push({x:l.x,y:l.y,r:o-n});let c=[];for(let l of s.map((h,d)=>d).sort((h,d)=>s[d].r-s[h].r||h-d)){let[h,{x:d,y:p,r:b}]=[i[l],s[l]],m=h.discs>1?b+o:0,w=O=>m+M.step*
(b+n)*Math.sqrt(Math.max(O-1,0)),x=(O,N)=>{let st=O<2?Math.PI*(1-O):rs*O;return{x:d+N*Math.cos(st),y:p-N*Math.sin(st),r:b}},g=(O,N)=>N.every(st=>cs(O,st,n)),y=[],
v=h.next;for(;(v-h.next)%fe===0&&(y=pe(h,w(v),w(v+fe),b+n)),!g(x(v,w(v)),y);v++);h.discs>1&&(h.next=v);let[E,k]=[m,w(v)];y=k>E?pe(h,E,k,b+n):[];for(let O=0;k>E&&
O<M.halves;O++){let N=(E+k)/2;g(x(v,N),y)?k=N:E=N}c[l]=x(v,k),h.standing.push(c[l])}return c}function pe({x:s,y:t,standing:e},n,o,r){return e.filter(i=>{let a=Math.
sqrt((i.x-s)**2+(i.y-t)**2);return a<o+r+i.r&&a>n-r-i.r}).reverse()}var cs=(s,t,e)=>(s.x-t.x)**2+(s.y-t.y)**2>=(as*(s.r+t.r+e))**2,yt=class{constructor(t,e=64){
this.frame=t,this.cell=e,this.cells=new Map}*#e([t,e,n,o]){for(let r=Math.floor(t/this.cell);r<=Math.floor(n/this.cell);r++)for(let i=Math.floor(e/this.cell);i<=
Math.floor(o/this.cell);i++)yield r*65536+i}frames(t){let{frame:e}=this;return e[0]<=t[0]&&e[1]<=t[1]&&t[2]<=e[2]&&t[3]<=e[3]}hits(t){if(!this.frames(t))return!0;
for(let e of this.#t(t))if(ge(t,e))return!0;return!1}isNearest(t,e){let n=Bt(t,e)-t.r;for(let{disc:o}of this.#t([e[0]-n,e[1]-n,e[2]+n,e[3]+n]))if(o&&!(o.x===t.x&&
o.y===t.y)&&Bt(o,e)-o.r<n)return!1;return!0}isJoined(t,e,n){let o=It(t,e,n);if(!o)return this.isNearest(t,e);let[[r,i],[a,c]]=o;for(let l=1;l<P.joints;l++){let[
h,d]=[r+(a-r)*l/P.joints,i+(c-i)*l/P.joints],p=[h,d,h,d];for(let b of this.#t(p))if(!(b.disc?.x===t.x&&b.disc?.y===t.y)&&ge(p,b))return!1}return!0}*#t(t){for(let e of this.#e(
t))yield*this.cells.get(e)||[]}add(t,e=null){for(let n of this.#e(t))this.cells.has(n)||this.cells.set(n,[]),this.cells.get(n).push({box:t,disc:e})}addDisc({x:t,
y:e,r:n},o=0){let r=n+o;this.add([t-r,e-r,t+r,e+r],{x:t,y:e,r})}};function ge(s,{box:t,disc:e}){return s[0]>=t[2]||s[2]<=t[0]||s[1]>=t[3]||s[3]<=t[1]?!1:!e||Bt(
e,s)<e.r}function Bt({x:s,y:t},[e,n,o,r]){return Math.hypot(Math.min(Math.max(s,e),o)-s,Math.min(Math.max(t,n),r)-t)}function we(s,t,e,{paper:n=!1}={}){return s.
map(o=>{let r=(a,c)=>a.find(l=>!t.hits(l)&&c(l))??null,i=r(ls(o,e),a=>t.isNearest(o,a));return!i&&n&&s.length<=P.all_up_to&&(i=r(hs(o,e),a=>t.isJoined(o,a,e))),
i&&t.add(i),i})}function ls({x:s,y:t,r:e,width:n,height:o},r){let[i,a]=[e+P.beside*r,e+P.above*r],c=e*.7071+P.corner*r;return[[s+i,t-o/2],[s-n/2,t+a],[s-i-n,t-o/
2],[s-n/2,t-a-o],[s+c,t+c],[s+c,t-c-o],[s-c-n,t+c],[s-c-n,t-c-o]].map(([h,d])=>[h,d,h+n,d+o])}function hs({x:s,y:t,r:e,width:n,height:o},r){return Array.from({length:P.
steps*P.ways},(i,a)=>{let c=e+P.further*(1+Math.floor(a/P.ways))*r,l=2*Math.PI*(a%P.ways)/P.ways,h=s+Math.cos(l)*(c+n/2)-n/2,d=t+Math.sin(l)*(c+o/2)-o/2;return[
h,d,h+n,d+o]})}function It({x:s,y:t,r:e},[n,o,r,i],a){let[c,l]=[Math.min(Math.max(s,n),r),Math.min(Math.max(t,o),i)],h=Math.hypot(c-s,l-t);if(h<=e+P.leader*a)return null;
let d=e/h;return[[s+(c-s)*d,t+(l-t)*d],[c,l]]}function ye(s,[[t,e],[n,o]],{shrink:r=1,around:i=!1}={}){let a=Math.ceil(s.flat().length/I.vertices),c=s.map(p=>p.
filter((b,m)=>m%a===0)),l=c.flat(),h=i?I.around:0,d=[];for(let p=1;p<I.spots;p++){let b=Array.from({length:I.spots-1+2*h},(m,w)=>{let x=[t+(n-t)*(p/I.spots),e+(o-
e)*((w+1-h)/I.spots)];return{at:x,within:it(c,x)}});for(let[m,{at:w,within:x}]of b.entries()){if(!b.slice(Math.max(0,m-h),m+h+1).some(y=>y.within))continue;let g=Math.
min(...l.map(([y,v])=>Math.hypot((w[1]-v)*r/I.width,w[0]-y)));d.push({at:w,within:x,clear:Math.floor((x?g:-g)*1e6+.5)})}}return d.sort((p,b)=>b.clear-p.clear)}function xe(s,[
t,e],n,o,{always:r=!1}={}){let i=s.map(({x:h,y:d})=>[h-t/2,d-e/2,h+t/2,d+e/2]),a=I.clear*o,c=([h,d,p,b],m)=>s[m].within&&!n.hits([h-a,d-a,p+a,b+a]),l=i.find(c)??
i.find(h=>!n.hits(h))??(r?i.find(h=>n.frames(h)):null);return l&&n.add(l),l??null}var us="#1c2329",xt="#56616a",ds="#a3261b",et="system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif",ke=400,ms=.9,ve=s=>B((t,e)=>{let n=U(
t,e);return ye(G(t,e),n,{shrink:Math.cos(n[0][0]*Math.PI/180),around:s})}),[fs,ps]=[ve(!1),ve(!0)],kt=class{constructor(t){this.layer=t,this.shows={clusters:!0,
districts:!0,communes:!0,without:!1},this.scale=ot()/14,this.widths=new Map,this.placed=[]}draw(t,e){let{layer:{plan:n,print:o,view:{missing:r,lang:i},_map:a,zoomOfWhole:c},
shows:l}=this,[h,d]=[[0,0],a.getSize()].map(k=>a.containerPointToLayerPoint(k));this.placed=[],this.leftOut=!1;let p=new yt([h.x,h.y,d.x,d.y]);for(let k of t)p.
addDisc(k,M.outline);for(let k of this.covered(h))p.add(k);let b=`600 ${this.size(11.5)}px ${et}`,m=k=>F(k,i).toLocaleUpperCase("vi"),w=C(r)||n.level==="distric\
t"&&!l.districts?[]:r.map(k=>n.units[k]),x=l.districts?n.districts.filter(k=>!w.includes(k)):[],g={around:!0,short:"✗"};this.drawUnits("missing",w,k=>`✗ ${m(
k)}`,b,p,ds,g);let y=new Set(e?[e]:[]);if(l.clusters)for(let k of t.filter(({dim:O})=>!O).slice(0,ke))y.add(k);if(this.drawLabels([...y].map(k=>({...k,...this.label(
k,k===e)})),p),this.drawUnits("district",x,m,b,p,xt,{around:!!o}),l.without&&C(r)){let k=r.map(O=>n.units[O]);this.drawUnits("without",k,O=>F(O,i),`600 ${this.size(
11)}px ${et}`,p,xt)}l.communes&&a.getZoom()>c+ms&&this.drawUnits("commune",n.communes,({name:k})=>k,`400 ${this.size(11)}px ${et}`,p,xt);let{classList:v}=document.
documentElement,E=v.contains("bk-names-left-out");v.toggle("bk-names-left-out",this.leftOut||t.length>ke)!==E&&!o&&this.layer.drawSoon()}covered({x:t,y:e}){let n=this.
layer._map.getContainer().getBoundingClientRect();return[...document.querySelectorAll(".leaflet-control, .bk-sheet-legend")].map(o=>o.getBoundingClientRect()).filter(
({width:o})=>o).map(({left:o,top:r,right:i,bottom:a})=>[o-n.left+t,r-n.top+e,i-n.left+t,a-n.top+e])}drawLabels(t,e){let{print:n,context:o}=this.layer;we(t,e,this.
size(1),{paper:!!n}).forEach((r,i)=>{if(!r){this.leftOut=!0;return}let a=It(t[i],r,this.size(1));this.placed.push({kind:"cluster",of:t[i].cluster.id,box:r,line:a}),
a&&(o.strokeStyle=xt,o.lineWidth=this.size(1),o.beginPath(),o.moveTo(...a[0]),o.lineTo(...a[1]),o.stroke());let{lines:c,lineHeight:l}=t[i];c.forEach(([h,d],p)=>this.
text(h,r[0],r[1]+l*p,d,us))})}size(t){let{print:e}=this.layer;return t*(e?.84*e.text:this.scale)}label({cluster:t},e){let{print:n,view:{weights:o,lang:r}}=this.
layer,i=this.size(12.5),a=[[t.name,`${e?700:500} ${i}px ${et}`]];if(n){let h=t.ha.filter((d,p)=>d*o[p]>0).map(d=>S(r,d));a.push([h.join(" + "),`400 ${i-1.5}px ${et}`])}
let c=i*1.18,l=Math.max(...a.map(([h,d])=>this.widthOf(h,d)));return{lines:a,lineHeight:c,width:l,height:c*a.length}}drawUnits(t,e,n,o,r,i,{around:a=!1,short:c=""}={}){
let{plan:l,_map:h}=this.layer,d=h.getBounds(),[p,b]=[2,this.size(15)];for(let m of e.filter(w=>d.intersects(U(w,l)))){let w=(a?ps:fs)(m,l).map(({at:v,within:E})=>({
...h.latLngToLayerPoint(v),within:E})),x=(v,E=!1)=>(g=v,xe(w,[this.widthOf(v,o)+2*p,b],r,this.size(1),{always:E})),g="",y=x(n(m))??(c?x(c)??x(c,!0):null);if(!y){
this.leftOut=!0;continue}this.placed.push({kind:t,of:m.code,box:y}),this.text(g,y[0]+p,y[1],o,i)}}text(t,e,n,o,r){let i=this.layer.context;i.font=o,i.textBaseline=
"top",i.lineJoin="round",i.lineWidth=4,i.strokeStyle="rgba(255,255,255,0.92)",i.strokeText(t,e,n),i.fillStyle=r,i.fillText(t,e,n)}widthOf(t,e){let n=e+t;return this.
widths.has(n)||(this.layer.context.font=e,this.widths.set(n,this.layer.context.measureText(t).width)),this.widths.get(n)}};var gs=12,Le=12,Me=V.extend({options:{pane:"bkClusters"},initialize(s,t){V.prototype.initialize.call(this,s,t),this.view={weights:s.phases.map(()=>1),selected:()=>!0,
selection:"",missing:[],lang:"vi"},this.isCrowd=s.clusters.length>M.crowd,this.hidden=!1,this.active=-1,this.names=new kt(this),this.named=!1,this.pictures=new Map;
let[e,n]=s.bounds.map($e);this.zoomOfWhole=Math.log2(M.whole/Math.max(n.x-e.x,e.y-n.y)),this.order=s.clusters.filter(({latlng:r})=>r).sort((r,i)=>Rt(i)-Rt(r)||r.
index-i.index);let o=new Map;this.points=s.clusters.map(({latlng:r})=>(o.has(String(r))||o.set(String(r),r&&$e(r)),o.get(String(r))))},setView(s){Object.assign(
this.view,s),this._map&&this.draw()},scale(s=this._map.getZoom()){let t=s-this.zoomOfWhole,e=Math.min(M.most_growth,Math.max(M.least_growth,2**(t/2)));return Math.
min(this.plan.scale*e,this.plan.crowd*2**t)},beyond(s){let[t,e]=this.plan.bounds.map(o=>L.CRS.EPSG3857.latLngToPoint(L.latLng(o),s)),n=[0,0,0,0];for(let o of this.
isCrowd?[]:this.order){let{x:r,y:i,r:a}=this.disc(o,this.plan.phases.map(()=>1),s,{x:0,y:0},this.scale(s));[t.x-r+a,e.y-i+a,r+a-e.x,i+a-t.y].forEach((l,h)=>{n[h]=
Math.max(n[h],l)})}return n},offsets(s,t){let e=this.order.length>M.crowd?1:2**s/t;if(this.away?.units===e)return this.away;let n=this.order.map(o=>{let{x:r,y:i}=this.
points[o.index];return{x:r*e,y:i*e,r:Math.sqrt(Rt(o))}});return this.away=[],this.away.units=e,be(n,1/this.plan.scale).forEach(({x:o,y:r},i)=>{this.away[this.order[i].
index]=[o-n[i].x,r-n[i].y]}),this.away},disc(s,t=this.view.weights,e=this._map.getZoom(),n=this._map.getPixelOrigin(),o=this.scale()){let r=this.points[s.index],
i=this.offsets(e,o)[s.index],a=2**e,[c,l]=[r.x*a-n.x,r.y*a-n.y],h=j(s.ha,t,o);return{x:c+i[0]*o,y:l+i[1]*o,r:h.at(-1),radii:h,anchor:[c,l],point:r}},at(s){let t=null,
e=1/0;for(let n of this.hidden?[]:this.order){let{x:o,y:r,r:i}=this.disc(n);if(!i)continue;let a=Math.hypot(s.x-o,s.y-r);a<=Math.max(i,gs)&&a/i<e&&(t=n,e=a/i)}return t},
draw({blank:s=!1}={}){if(s&&this.pictures.clear(),!this.begin(s))return;let{discs:t,canvas:e}=this.hidden?{discs:[]}:this.picture(this.view.weights),{min:n}=this.
_bounds,o=this._bounds.getSize();e?this.context.drawImage(e,n.x,n.y,o.x,o.y):_t(this.context,t,this.plan.phases);let r=t.find(({cluster:i})=>i.index===this.active);
r&&zt(this.context,r,this.plan.phases,!0),this.drawn={discs:t,active:r},this.print||this.named&&!e?this.names.draw(t,r):this.named&&this.nameLater()},drawSoon(){
this.soon??=requestAnimationFrame(()=>{this.soon=null,this.draw()})},nameLater(){this.callOff?.(),this.callOff=J(()=>{this.named=!0,this.context&&(this.names.draw(
this.drawn.discs,this.drawn.active),this.pictures.size&&this.later(()=>this.foresee()))})},discs(s){let{min:t,max:e}=this._bounds,n=this._map.getZoom(),o=this._map.
getPixelOrigin(),r=this.scale(),i=[];for(let a of this.order){let c=this.disc(a,s,n,o,r),{x:l,y:h,r:d}=c;!d||l+d<t.x||l-d>e.x||h+d<t.y||h-d>e.y||(c.cluster=a,c.
dim=!this.view.selected(a),i.push(c))}return i},picture(s){let t=`${s} ${this.view.selection}`;if(this.pictures.has(t))return this.pictures.get(t);let e={discs:this.
discs(s),canvas:null};if(e.discs.length<=M.crowd||this.print)return e;e.canvas=document.createElement("canvas"),e.canvas.width=this._container.width,e.canvas.height=
this._container.height;let n=e.canvas.getContext("2d");return n.setTransform(this.context.getTransform()),_t(n,e.discs,this.plan.phases),s.every(Number.isInteger)&&
this.pictures.size<Le&&this.pictures.set(t,e),e},foresee(){let{phases:s}=this.plan,e=s.map(({end:o})=>s.map(r=>+(r.end<=o))).find(o=>!this.pictures.has(`${o} ${this.
view.selection}`));if(!e||!this._map||!this.drawn.discs.length||this.pictures.size>=Le)return;let{canvas:n}=this.picture(e);n&&(n.getContext("2d").getImageData(
0,0,1,1),this.later(()=>this.foresee()))},later(s){clearTimeout(this.waiting),this.waiting=setTimeout(s,60)}}),Rt=s=>A(s,s.ha.map(()=>1)),$e=s=>L.CRS.EPSG3857.latLngToPoint(
L.latLng(s),0);var bs=350,ws=760,vt=class{constructor(t,e,n){this.map=t,this.plan=e,this.rem=ot(),this.still=window.matchMedia("(prefers-reduced-motion: reduce)");for(let[o,r]of[
["bkGround",350],["bkClusters",450]])Object.assign(t.createPane(o).style,{zIndex:r,pointerEvents:"none"});t.attributionControl.setPrefix("Leaflet"),this.legendOpen=
this.isWide(),this.backdrop=new re(e),this.clusters=new Me(e),this.fitWhole(!1),t.setMinZoom(t.getZoom()-1.5),t.setMaxBounds(L.latLngBounds(e.bounds).pad(.8)),this.
backdrop.hatched=n.missing,this.backdrop.addTo(t),this.clusters.setView(n),this.clusters.addTo(t)}isWide(){return this.map.getSize().x>ws}padding(t){let e=this.
isWide()&&this.legendOpen?this.rem*17:0;return{paddingTopLeft:[t+e,t],paddingBottomRight:[t,t]}}boundsOf(t){return t?U(t,this.plan):this.plan.bounds}fitWhole(t=!0){
let{map:e,plan:{bounds:n}}=this,{paddingTopLeft:[o,r],paddingBottomRight:[i,a]}=this.padding(8),[c,l,h,d]=[0,0,0,0];for(let p=0;p<3;p++){let b=e.getBoundsZoom(n,
!1,L.point(o+c+i+h,r+l+a+d));[c,l,h,d]=this.clusters.beyond(b)}e.fitBounds(n,{paddingTopLeft:[o+c,r+l],paddingBottomRight:[i+h,a+d],animate:t})}zoomTo(t,e=!this.
still.matches){t?e?this.map.flyToBounds(this.boundsOf(t),{...this.padding(24),duration:.6}):this.map.fitBounds(this.boundsOf(t),{...this.padding(24),animate:e}):
this.fitWhole(e)}zoomToCommune(t){this.map.fitBounds(this.boundsOf(t),{...this.padding(60),maxZoom:12,animate:!this.still.matches})}reveal(){let{top:t,bottom:e}=this.
map.getContainer().getBoundingClientRect();t>=0&&e<=window.innerHeight||this.map.getContainer().scrollIntoView({block:"nearest",behavior:this.still.matches?"aut\
o":"smooth"})}outline(t){this.outlined?.remove(),this.outlined=t&&L.polygon(G(t,this.plan),{interactive:!1,fill:!1,color:"#1c2329",weight:2.6}).addTo(this.map)}highlight(t){
this.clusters.active!==t&&(this.clusters.active=t,this.clusters.drawSoon())}show({weights:t,...e},n){cancelAnimationFrame(this.frame),this.backdrop.hatch(e.missing);
let o=n||this.still.matches;this.clusters.setView(o?{weights:t,...e}:e),o||this.grow(t)}grow(t){let e=this.clusters.view.weights;if(t.every((r,i)=>r===e[i]))return;
let n=performance.now(),o=r=>{let i=Math.min(1,Math.max(0,(r-n)/bs));this.clusters.setView({weights:t.map((a,c)=>e[c]+(a-e[c])*i)}),i<1&&(this.frame=requestAnimationFrame(
o))};this.frame=requestAnimationFrame(o)}paint(t,e){this.show(e,!0),this.backdrop.paint(t),this.clusters.paint(t)}};var ys=1600,xs=["head","verdict","timeline","tools","search","summary","list","source","sheet"],Nt=class{constructor(t){this.map=t,this.plan=Gt(JSON.parse(document.
getElementById("bk-plan").textContent)),qt(this.plan.words),this.state=Tt(this.plan,location.hash),this.boxes=Object.fromEntries(xs.map(e=>[e,document.getElementById(
`bk-${e}`)])),this.view=new vt(t,this.plan,this.shown()),this.clusters=this.view.clusters,this.layers=new bt(t,this.plan,this.view),this.controls=new gt(this),this.
popups=new wt(this),this.print=he({map:t,whole:()=>L.latLngBounds(this.view.boundsOf(this.selectedUnit())),sheet:this.boxes.sheet,parts:()=>le(this.plan,this.state,
this.clusters.scale()),paint:e=>this.view.paint(e,this.shown())}),this.listen(),this.selectedUnit()&&this.zoomToSelection(!1),this.ready=new Promise(e=>{J(()=>{
this.renderWords(),this.show({instantly:!0}),this.state.cluster!==null&&this.popups.open(this.state.cluster),this.clusters.nameLater(),e()})})}listen(){let{map:t,
view:e}=this;t.on("click",({layerPoint:n,latlng:o})=>{let r=this.clusters.at(n);r?this.set({cluster:r.index}):this.popups.name(o)}),t.on("mousemove",({layerPoint:n})=>{
if(t.dragging.moving())return;let o=this.clusters.at(n);t.getContainer().style.cursor=o?"pointer":"",e.highlight(o?o.index:-1)}),t.on("mouseout",()=>e.highlight(
-1)),t.on("zoomend",()=>this.controls.renderLegend()),window.addEventListener("hashchange",({newURL:n})=>{clearInterval(this.timer),this.state={...this.state,...Tt(
this.plan,new URL(n).hash)},this.renderWords(),this.show(),this.zoomToSelection(!1),this.popups.open(this.state.cluster)}),document.addEventListener("keydown",n=>{
n.key==="Escape"&&!n.target.closest("dialog")&&t.closePopup(),!(n.target.closest("input, select, textarea, dialog, .leaflet-container")||n.altKey||n.ctrlKey||n.
metaKey)&&(n.key==="ArrowRight"?this.step(1):n.key==="ArrowLeft"&&this.step(-1))})}set(t){let e=this.state;this.state={...e,...t},t.lang&&t.lang!==e.lang&&this.
renderWords(),Se(this.plan,e)!==Se(this.plan,this.state)&&this.controls.renderLegend(),this.show(),"cluster"in t&&t.cluster!==e.cluster&&this.popups.open(t.cluster)}select({
district:t=null,subregion:e=null}){let{state:n}=this,o=n.district===t&&n.subregion===e;this.set(o?{district:null,subregion:null}:{district:t,subregion:e}),this.
zoomToSelection(),this.view.reveal()}selectedUnit({district:t,subregion:e}=this.state){return t!==null?this.plan.districts[t]:this.plan.subregions[e]||null}zoomToSelection(t){
this.view.zoomTo(this.selectedUnit(),t)}step(t){let e=this.plan.phases.map(o=>o.end),n=e[e.indexOf(this.state.by)+t];n!==void 0&&this.set({by:n})}play(){if(this.
state.playing){clearInterval(this.timer),this.set({playing:!1});return}let t=this.plan.phases.map(e=>e.end);this.set({playing:!0,by:t[0]}),this.timer=setInterval(
()=>{this.state.by===t.at(-1)?this.play():this.step(1)},ys)}findUnit(t){let{plan:e}=this;e.level==="commune"?this.found({kind:"commune",item:e.communes[t]}):this.
select({[e.level]:t}),this.view.reveal()}found({kind:t,item:e,index:n}){t==="district"?(this.set({district:n,subregion:null}),this.zoomToSelection()):t==="clust\
er"?this.set({district:null,subregion:null,cluster:n}):(this.view.zoomToCommune(e),this.popups.name(L.latLngBounds(this.view.boundsOf(e)).getCenter()),this.view.
outline(e))}shown(){let{plan:t,state:e}=this;return{weights:T(t,e),selected:n=>q(t,e,n),selection:`${e.district} ${e.subregion}`,missing:R(t,e.by),lang:e.lang}}show({
instantly:t=!1}={}){let{isCrowd:e}=this.clusters;this.view.outline(this.selectedUnit()),this.view.show(this.shown(),t||e),t||!e?this.showPanel():this.ready=this.
showPanelLater()}showPanelLater(){return this.later??=new Promise(t=>{J(()=>{this.later=null,this.showPanel(),t()})}),this.later}showPanel(){let{plan:t,state:e,
boxes:n}=this;z(n.verdict,dt(t,e,o=>this.findUnit(o))),this.live?.show(e),z(n.list,Xt(t,e,{open:o=>this.set({cluster:o}),hover:o=>this.view.highlight(o)}));try{
let o=me(t,e);history.replaceState(null,"",o?`#${o}`:location.pathname+location.search)}catch{}}renderWords(){let{plan:t,state:e,boxes:n}=this,{lang:o}=e;document.
documentElement.lang=o,document.title=t.title[o];let r=this.map.getContainer();r.setAttribute("role","region"),r.setAttribute("aria-label",f(o,"map")),this.live=
new nt,z(n.head,ut(t,e)),z(n.tools,Jt(o,{speak:i=>this.set({lang:i}),table:()=>oe(t,this.state),print:this.print})),z(n.timeline,Qt(t,o,this.live,{set:i=>this.set(
i),play:()=>this.play()})),z(n.summary,Yt(t,o,this.live,{select:i=>this.select(i)})),this.live.show(e),z(n.search,ue(t,o,i=>this.found(i))),z(n.source,mt(t,o)),
this.controls.render(),this.popups.renew()}addForeign(t){t.length&&(this.layers.addForeign(t),this.controls.renderLayers())}};function Se(s,{district:t,subregion:e,
by:n}){return[t,e,C(R(s,n)),R(s,n).length>0].join(" ")}function ks(s){return new Nt(s)}return Ae(vs);})();
